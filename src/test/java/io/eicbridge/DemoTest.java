package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final Path HOME = Path.of("").toAbsolutePath();
    /** Lines of a small terminal window. */
    private static final int SCREEN = 30;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

    @Test
    void showsEveryStepOnOneScreenAndEndsWellWhateverElseIsSet() {
        System.setProperty("intercom.url", "http://127.0.0.1:1");
        int exit;
        try {
            exit = new Demo(HOME, Clock.systemUTC(), out).run(true, 200);
        } finally {
            System.clearProperty("intercom.url");
        }

        assertThat(exit).as(this::text).isZero();
        assertThat(text())
                .contains(
                        "exit code 3, held by a threshold", "Affected: ", "eic-bridge import approve ", "\"STATUS\":0")
                .contains(
                        "\"status\": \"open\"",
                        "queued",
                        "completed",
                        "no teammate of the workspace",
                        "the owner has joined")
                .contains("every step went as it should", "export INTERCOM_ACCESS_TOKEN")
                .doesNotContain("NOT as it should");
        assertThat(List.of(text().split("\n== ")))
                .allSatisfy(step -> assertThat(step.lines()).hasSizeLessThanOrEqualTo(SCREEN));
    }

    @Test
    void endsWithAFailureWhereAStepDoesNotGoAsItShould(@TempDir Path folder) {
        try (TestBed bed =
                TestBed.of(SandboxSettings.defaults().withContacts(100), folder).start(RouteSelection.ALL)) {
            Settings settings = bed.settings();
            DemoStage stage = new DemoStage(settings.bridge(), new DemoProgram(new Here(HOME), settings), out);
            bed.sandbox().scopes().revoke("read_tags");

            stage.command(0, "import", "contacts");
            stage.ask("GET", "/contacts/api/v1/status", "a complete import", answer -> answer.has("lastCompleteRun"));
            new DemoEnd(settings.bridge(), out).tell(stage.wrong(), false);

            assertThat(stage.wrong()).isEqualTo(2);
            assertThat(text())
                    .contains("NOT as it should be: exit code 0, done was expected, this is exit code 1")
                    .contains("what happened above is NOT as it should be (2)")
                    .contains("curl -X POST -H 'Authorization: Bearer " + TestBed.API_TOKEN)
                    .contains("BRIDGE_PORT=" + settings.bridge().port());
        }
    }

    @Test
    void doesNotGoOnAfterAStepThatWentWrong(@TempDir Path folder) {
        try (TestBed bed =
                TestBed.of(SandboxSettings.defaults().withContacts(5), folder).start(RouteSelection.ALL)) {
            Settings settings = bed.settings();
            DemoStage stage = new DemoStage(settings.bridge(), new DemoProgram(new Here(HOME), settings), out);
            bed.sandbox().scopes().revoke("read_admins");

            new DemoTour(bed.sandbox(), stage).walk();

            assertThat(stage.wrong()).isEqualTo(1);
            assertThat(text()).doesNotContain("== 3.");
        }
    }

    private String text() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
