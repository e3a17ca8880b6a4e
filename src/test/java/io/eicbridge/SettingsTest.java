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
import org.junit.jupiter.params.provider.ValueSource;

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
                .hasMessage("Setting \"" + key + "\" is \"" + value + "\"; allowed is " + allowed
                        + ". Correct it in application.properties, or in the environment variable "
                        + SettingsSource.variable(key) + ".");
    }

    @Test
    void tellsAWrongTimeOnce() {
        assertThatThrownBy(() -> settings("intercom.connect-timeout", "30s"))
                .hasMessageStartingWith("Setting \"intercom.connect-timeout\" is \"30s\";"
                        + " allowed is a whole number from 1 to 600000. Correct it")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 0 2 * *", "0 0 2 * * *", "0 0 25 * * ?", "every night", "0 0 2 1 1 ? 2020"})
    void tellsWhatAScheduleMayBeBeforeTheRoutesAreStarted(String cron) {
        assertThatThrownBy(() -> settings("contacts.import.full.cron", cron))
                .isInstanceOf(Configuration.class)
                .hasMessageStartingWith("Setting \"contacts.import.full.cron\" is \"" + cron
                        + "\"; allowed is a Quartz cron: second minute hour day month weekday")
                .hasMessageContaining("CONTACTS_IMPORT_FULL_CRON");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:data/x, jdbc:h2:file:./data/x",
        "jdbc:h2:data/x;CIPHER=AES, jdbc:h2:file:./data/x",
        "jdbc:h2:file:x, jdbc:h2:file:./x"
    })
    void saysHowThePathOfAnEmbeddedDatabaseIsWritten(String url, String right) {
        assertThatThrownBy(() -> settings("directory.url", url))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("allowed is a path that begins with ./")
                .hasMessageContaining("Set it to \"" + right + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/var/lib/x",
                "jdbc:h2:/var/lib/x",
                "jdbc:h2:~/x",
                "jdbc:h2:file:C:/x",
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:postgresql://localhost/x"
            })
    void leavesAWholeDatabaseAddressAsItIs(String url) {
        assertThat(settings("directory.url", url).directory().url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/x;CIPHER=AES", "jdbc:h2:./data/x;CIPHER=AES"})
    void looksForTheEmbeddedDatabaseBesideTheProgram(String url) {
        assertThat(settings("directory.url", url).directory().url())
                .isEqualTo("jdbc:h2:file:" + folder + "/data/x;CIPHER=AES");
    }

    @Test
    void takesAKeyThatTheFileDoesNotHaveFromTheEnvironmentAndElseAsShipped() throws IOException {
        Path file = Files.writeString(folder.resolve("application.properties"), "bridge.port = 8081\n");

        Map<String, String> values = new SettingsSource(Map.of("IMPORT_PARALLEL", "3"), new Properties()).read(file);

        assertThat(values)
                .containsEntry("bridge.port", "8081")
                .containsEntry("import.parallel", "3")
                .containsEntry("import.slices-per-reader", "3")
                .containsEntry("intercom.url", "https://api.intercom.io");
    }

    @ParameterizedTest
    @CsvSource({"bridge.host", "bridge.management-host"})
    void keepsTheTokenFromTheNetworkWithoutTls(String key) {
        assertThatThrownBy(() -> settings(key, "0.0.0.0"))
                .isInstanceOf(Configuration.class)
                .hasMessageStartingWith("Setting \"" + key + "\" is \"0.0.0.0\", which others reach without TLS");
    }

    @Test
    void wantsTwoDifferentPorts() {
        Map<String, String> values = TestBed.values(URI.create("http://127.0.0.1:1"), "jdbc:h2:mem:settings");
        values.put("bridge.management-port", values.get("bridge.port"));

        assertThatThrownBy(() -> Settings.of(folder, values))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("\"bridge.port\" and \"bridge.management-port\" are both "
                        + values.get("bridge.port") + "; allowed are two different ports");
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
