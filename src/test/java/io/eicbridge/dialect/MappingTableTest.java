package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MappingTableTest {
    private static final MappingTable TEAMS =
            new MappingTable(read("teammates").entitlements("Team").orElseThrow());

    @Test
    void alignsItsColumnsForATerminal() {
        assertThat(TEAMS.text()).startsWith("""
                        EIC column         Attribute                                 Type  Volatile  Label
                        CUSTOMPROPERTY1    distribution_method                       char            Distribution
                        CUSTOMPROPERTY2    assignment_limit                          char            Assignment limit
                        """).doesNotContain(" \n");
    }

    @Test
    void listsCustomPropertiesByNumber() {
        String table = new MappingTable(read("contacts").accounts()).text();

        assertThat(table.indexOf("CUSTOMPROPERTY2 ")).isLessThan(table.indexOf("CUSTOMPROPERTY10 "));
    }

    @Test
    void previewsEveryMappedColumnOfOneRecord() throws Exception {
        assertThat(TEAMS.preview(
                        new ObjectMapper().readTree("{\"id\":\"8\",\"name\":\"Support\",\"assignment_limit\":10}")))
                .containsEntry("entitlementID", "8")
                .containsEntry("entitlement_value", "Support")
                .containsEntry("CUSTOMPROPERTY2", "10")
                .containsEntry("CUSTOMPROPERTY1", "");
    }

    private static ImportParameters read(String endpoint) {
        return ImportParameters.read(Path.of("connections", endpoint, "ImportAccountEntJSON.json"));
    }
}
