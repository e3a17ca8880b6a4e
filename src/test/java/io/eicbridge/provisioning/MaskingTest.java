package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private static final JsonNode BODY = Engine.json("{'id':'c1','role':'user','name':'Ada','created_at':7,"
            + "'custom_attributes':{'type':'x','salary':90000,'vip':true},'tags':[{'id':'t1','name':'Key'}],"
            + "'access_token':'abc','nested':{'Password':{'value':'abc'}}}");

    @Test
    void personalValuesAreMaskedAndStructureStays() {
        assertThat(new Masking(false).shown(BODY))
                .isEqualTo(Engine.json("{'id':'c1','role':'user','name':'***','created_at':7,"
                                + "'custom_attributes':{'type':'***','salary':'***','vip':'***'},"
                                + "'tags':[{'id':'t1','name':'***'}],'access_token':'***',"
                                + "'nested':{'Password':'***'}}")
                        .toString());
    }

    @Test
    void secretsAreNeverKept() {
        assertThat(new Masking(true).shown(BODY)).contains("Ada", "90000").doesNotContain("abc");
    }

    @Test
    void nothingIsNothing() {
        assertThat(new Masking(false).shown(null)).isNull();
    }
}
