package io.eicbridge.dialect.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.expression.Bindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A package in the shape of the one Saviynt published for Intercom: two parameters, all others empty, the connection sealed. */
class SaviyntPackageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ConnectionParameters parameters =
            ConnectionParameters.read(Path.of("src/test/resources/provisioning/packages/saviynt"), Map.of());

    @Test
    void isReadAsItIs() {
        assertThat(parameters.find("CreateTicketJSON")).isPresent();
        assertThat(parameters.find("TicketStatusJSON")).isPresent();
        assertThat(parameters.find("CreateAccountJSON")).isEmpty();
    }

    @Test
    void itsBlankBeforeTheUrlAndItsHostAreThoseOfTheIntercomInUse() throws IOException {
        RenderedCall call =
                ticket().render(Bindings.of("user", JSON.readTree("{\"id\": 12, \"customproperty1\": 88}")));

        assertThat(call.pathUnder(List.of("http://127.0.0.1:4010", "https://api.intercom.io")))
                .isEqualTo("/tickets");
        assertThat(call.body().path("ticket_type_id").textValue()).isEqualTo("88");
        assertThat(call.headers()).containsOnlyKeys("Accept");
    }

    @Test
    void theTicketIsFoundInTheAnswer() throws IOException {
        JsonNode answer = JSON.readTree("{\"id\": \"t1\"}");

        assertThat(ticket().judge(201, Map.of(), answer).success()).isTrue();
        assertThat(ticket().ticketId(answer)).contains("t1");
    }

    @Test
    void itsStateIsATextOrAnObjectWithACategory() throws IOException {
        assertThat(state("{\"ticket_state\": \"resolved\"}")).isEqualTo(TicketState.COMPLETED);
        assertThat(state("{\"ticket_state\": {\"category\": \"resolved\", \"internal_label\": \"Erledigt\"}}"))
                .isEqualTo(TicketState.COMPLETED);
        assertThat(state("{\"ticket_state\": {\"category\": \"in_progress\"}}")).isEqualTo(TicketState.OPEN);
        assertThat(state("{\"ticket_state\": null}")).isEqualTo(TicketState.OPEN);
        assertThat(state("{}")).isEqualTo(TicketState.OPEN);
    }

    private TicketState state(String answer) throws IOException {
        return parameters.parameter("TicketStatusJSON").calls().get(0).ticketState(JSON.readTree(answer));
    }

    private ParameterCall ticket() {
        return parameters.parameter("CreateTicketJSON").calls().get(0);
    }
}
