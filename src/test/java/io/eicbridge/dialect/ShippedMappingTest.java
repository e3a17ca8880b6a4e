package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in connections/ as they are shipped. */
class ShippedMappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "teammates"})
    void areAcceptedWithoutAnyProblem(String endpoint) throws Exception {
        ImportParameters parameters =
                ImportParameters.read(Path.of("connections", endpoint, "ImportAccountEntJSON.json"));

        Row row = parameters.accounts().map(JSON.readTree("{\"id\":\"5\",\"type\":\"x\"}"));

        assertThat(row.columns()).containsEntry("ACCOUNTID", "5").containsEntry("ACCOUNTCLASS", "x");
    }
}
