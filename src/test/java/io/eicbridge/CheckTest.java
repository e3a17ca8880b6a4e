package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.CheckLine.Outcome;
import io.eicbridge.failure.Configuration;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String TOKEN = "Intercom token";

    @TempDir
    private Path folder;

    private TestBed bed;

    @BeforeEach
    void start() {
        SandboxSettings sandbox = SandboxSettings.defaults().withContacts(5).withToken("a-token");
        bed = TestBed.of(sandbox, folder);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void hasNothingToSayWhereAllIsWell() {
        assertThat(check()).allSatisfy(line -> {
            assertThat(line.outcome()).as(line.toString()).isEqualTo(Outcome.OK);
            assertThat(line.detail()).isNotEmpty();
            assertThat(line.remedy()).isEmpty();
        });
    }

    @Test
    void saysWhereToFindTheTokenThatIsRefused() {
        bed.with("intercom.access-token", "another-token");

        assertFailed(TOKEN, "401", "Copy the token", "Developer Hub", "\"intercom.access-token\"");
        assertThat(line("Intercom region").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(line("permission to read tags").outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        bed.sandbox().scopes().revoke("read_tags");

        assertFailed("permission to read tags", "403", "Grant the permission \"Read tags\"", "Developer Hub");
        assertThat(line("permission to read teams").outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void namesTheSettingOfAHostThatCannotBeReached() {
        bed.with("intercom.url", "http://127.0.0.1:" + TestBed.freePort());

        assertFailed(TOKEN, "takes no connection", "Check \"intercom.url\"", "firewall", "proxy");
    }

    @Test
    void blamesTheVersionAndNotTheTokenWhereIntercomDoesNotKnowTheVersion() {
        bed.with("intercom.api-version", "2.99");

        assertFailed("Intercom API version", "400", "Set \"intercom.api-version\"");
        assertThat(line(TOKEN).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void saysWhatToDoAboutALockedDatabase() throws IOException {
        Path file = folder.resolve("directory.mv.db");
        try (FileChannel other =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            other.lock();

            assertFailed("database", "another program has it open", "Stop it");
            assertThat(line(TOKEN).outcome()).isEqualTo(Outcome.OK);
        }
    }

    @Test
    void namesEveryWrongSettingAndTriesNothingElse() {
        bed.with("bridge.port", "many").with("import.parallel", "0");

        assertFailed(
                "settings", "2 problems", "\"bridge.port\" is \"many\"", "\"import.parallel\" is \"0\"", "Correct");
        assertThat(line("database").outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void namesTheAddressOfTheRightRegion() {
        assertThatThrownBy(() -> Region.check(URI.create("https://api.intercom.io"), "EU"))
                .satisfies(failure -> {
                    CheckFinding finding = CheckFinding.of((RuntimeException) failure, "");
                    assertThat(finding.found()).contains("region EU", "\"intercom.url\" is https://api.intercom.io");
                    assertThat(finding.remedy()).isEqualTo("Set \"intercom.url\" to https://api.eu.intercom.io.");
                });
        assertThat(Region.check(URI.create("https://api.eu.intercom.io"), "EU")).startsWith("EU, called at");
    }

    @Test
    void fallsBackToTheRemedyOfTheLineWhereAMessageHasNone() {
        CheckFinding finding = CheckFinding.of(new Configuration("It does not work"), "Mend it.");

        assertThat(finding).isEqualTo(new CheckFinding("It does not work", "Mend it."));
    }

    private void assertFailed(String name, String found, String... remedies) {
        CheckLine line = line(name);
        assertThat(line.outcome()).as(line.toString()).isEqualTo(Outcome.FAILED);
        assertThat(line.detail()).contains(found).doesNotContain("[run=");
        assertThat(line.remedy()).contains(remedies).doesNotContain("It is tried again", "[run=");
    }

    private CheckLine line(String name) {
        return check().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<CheckLine> check() {
        return new Check(bed::settings, Clock.systemUTC()).lines();
    }
}
