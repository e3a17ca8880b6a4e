package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceTest {

    @Test
    void readsTheWorkspaceOfTheToken() {
        Workspace workspace = Workspace.from(answer("{'type':'admin','id':12,'app':{'id_code':'abc','name':'Acme',"
                + "'region':'EU','timezone':'America/Los_Angeles','new':1}}"));
        assertThat(workspace).isEqualTo(new Workspace("abc", "Acme", "EU", ZoneId.of("America/Los_Angeles"), "12"));
    }

    @Test
    void takesUtcWhereNoZoneIsTold() {
        assertThat(Workspace.from(answer("{'app':{'id_code':'abc'}}")).zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void refusesAZoneThatIsUnknownHere() {
        assertThatThrownBy(() -> Workspace.from(answer("{'app':{'id_code':'abc','timezone':'Mars/Base'}}")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("Mars/Base");
    }

    @Test
    void refusesAnAnswerThatNamesNoWorkspace() {
        assertThatThrownBy(() -> Workspace.from(answer("{'id':'1'}")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("intercom.url");
    }

    @ParameterizedTest
    @CsvSource({
        "datetime,datetime,false,SECONDS",
        "date,date,false,DAYS",
        "datetime,date,false,DAYS",
        "date,datetime,false,DAYS",
        "datetime,datetime,true,DAYS",
        "other,other,false,DAYS",
    })
    void takesThePrecisionFromTheTypesOfTheStandardDates(
            String created, String updated, String custom, Precision precision) {
        String attributes = "{'data':[{'name':'email','data_type':'string'},"
                + "{'name':'created_at','data_type':'" + created + "','custom':" + custom + "},"
                + "{'name':'updated_at','data_type':'" + updated + "','custom':" + custom + "}]}";
        assertThat(Precision.from(answer(attributes))).isEqualTo(precision);
    }

    @Test
    void countsByDaysWhereNoDateIsListed() {
        assertThat(Precision.from(answer("{'data':[]}"))).isEqualTo(Precision.DAYS);
    }

    private static Answer answer(String body) {
        try {
            return new Answer(200, new ObjectMapper().readTree(body.replace('\'', '"')), null, "r1", "");
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
