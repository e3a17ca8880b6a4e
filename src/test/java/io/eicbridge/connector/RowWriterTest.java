package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTest {
    private final StringWriter text = new StringWriter();

    @Test
    void writesEveryColumnInOrderAndNothingElse() throws IOException {
        RowWriter rows = new RowWriter(List.of("NAME", "STATUS", "CUSTOMPROPERTY1", "COMMENTS"));

        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            rows.attributes("{\"COMMENTS\":\"says \\\"hi\\\"\\n\",\"CITY\":\"Rome\"}")
                    .put("NAME", "ada")
                    .put("STATUS", "1")
                    .put("ACCOUNTID", "7")
                    .write(json);
            rows.put("NAME", "bob").put("STATUS", "0").write(json);
            json.writeEndArray();
        }

        assertThat(text)
                .hasToString(
                        "[{\"NAME\":\"ada\",\"STATUS\":1,\"CUSTOMPROPERTY1\":\"\",\"COMMENTS\":\"says \\\"hi\\\"\\n\"},"
                                + "{\"NAME\":\"bob\",\"STATUS\":0,\"CUSTOMPROPERTY1\":\"\",\"COMMENTS\":\"\"}]");
    }

    @Test
    void writesTheStatusOfEntitlementsAsText() throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new RowWriter(List.of("status")).put("status", "1").write(json);
        }

        assertThat(text).hasToString("{\"status\":\"1\"}");
    }
}
