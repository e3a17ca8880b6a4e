package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "import.completeness-margin, NaN, a number from 0.0 to 5.0",
        "intercom.redeliveries, many, a whole number from 0 to 100",
        "intercom.redelivery-delay, 5s, a whole number from 0 to 600000",
        "intercom.redelivery-delay-limit, -1, a whole number from 0 to 600000"
    })
    void tellsWhatANumberMayBe(String key, String value, String allowed) {
        assertThatThrownBy(() -> settings(key, value))
                .isInstanceOf(Configuration.class)
                .hasMessage("Setting \"" + key + "\" is \"" + value + "\"; allowed is " + allowed + ".");
    }

    @Test
    void tellsAWrongTimeOnce() {
        assertThatThrownBy(() -> settings("intercom.connect-timeout", "30s"))
                .hasMessage("Setting \"intercom.connect-timeout\" is \"30s\";"
                        + " allowed is a whole number from 1 to 600000.");
    }

    @ParameterizedTest
    @CsvSource({"bridge.host", "bridge.management-host"})
    void keepsTheTokenFromTheNetworkWithoutTls(String key) {
        assertThatThrownBy(() -> settings(key, "0.0.0.0"))
                .isInstanceOf(Configuration.class)
                .hasMessageStartingWith("Setting \"" + key + "\" is \"0.0.0.0\", which others reach without TLS");
    }

    @Test
    void doesNotShowItsSecrets() {
        assertThat(settings("bridge.port", "8080").toString())
                .doesNotContain(TestBed.API_TOKEN)
                .doesNotContain("a-token");
    }

    @Test
    void readsAFileThatAnEditorMarkedAsUtf8() throws IOException {
        assertThat(read("\uFEFFbridge.port = 8081\n".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("bridge.port", "8081");
    }

    @Test
    void saysThatAFileIsNotUtf8() {
        assertThatThrownBy(() -> read("# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("application.properties")
                .hasMessageContaining("Save it in the encoding UTF-8");
    }

    @Test
    void saysThatAnEscapeIsBroken() {
        assertThatThrownBy(() -> read("directory.url = jdbc:h2:file:C:\\users\\db\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("application.properties")
                .hasMessageContaining("Write a backslash as \\\\");
    }

    private Map<String, String> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("application.properties"), content);
        return new SettingsSource(Map.of(), new Properties()).read(file);
    }

    private Settings settings(String key, String value) {
        Map<String, String> values = TestBed.values(URI.create("http://127.0.0.1:1"), "jdbc:h2:mem:settings");
        values.put(key, value);
        return Settings.of(folder, values);
    }
}
