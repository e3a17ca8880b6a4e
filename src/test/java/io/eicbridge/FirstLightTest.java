package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLightTest {
    @Test
    void importsTeammates(@TempDir Path folder) {
        try (TestBed bed = TestBed.of(SandboxSettings.defaults(), folder).start()) {
            JsonNode report = bed.fullImport("teammates");
            System.out.println(report);
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
        }
    }

    @Test
    void importsContacts(@TempDir Path folder) {
        try (TestBed bed = TestBed.of(SandboxSettings.defaults().withContacts(7_000), folder)
                .start()) {
            JsonNode report = bed.fullImport("contacts");
            System.out.println(report);
            report = bed.fullImport("contacts");
            System.out.println(report);
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
        }
    }
}
