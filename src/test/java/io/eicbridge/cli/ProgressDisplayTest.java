package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    private final StringWriter err = new StringWriter();
    private final ProgressLines lines = new ProgressLines(new PrintWriter(err), now::get);

    private static Progress progress(String phase, long read, long expected) {
        return new Progress(17, "contacts", "full", "running", phase, read, expected, 250);
    }

    @Test
    void writesALineEveryFiveSeconds() {
        lines.show(progress("accounts", 0, 1000));
        lines.show(progress("accounts", 250, 1000));
        now.set(now.get().plusSeconds(5));
        lines.show(progress("accounts", 500, 1000));

        assertThat(err.toString().lines())
                .containsExactly(
                        "Run 17 of contacts: accounts, 0 of 1,000 read, 250 a second, about 4 s left",
                        "Run 17 of contacts: accounts, 500 of 1,000 read, 250 a second, about 2 s left");
    }

    @Test
    void writesALineAtEachNewPhase() {
        lines.show(progress("accounts", 1000, 1000));
        lines.show(progress("memberships", 0, 0));

        assertThat(err.toString().lines())
                .hasSize(2)
                .last()
                .isEqualTo("Run 17 of contacts: memberships, 0 read, 250 a second");
    }

    @Test
    void drawsABarWithRateOnATerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ProgressOnTerminal terminal =
                new ProgressOnTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            terminal.show(progress("accounts", 500, 1000));
            terminal.show(progress("memberships", 1, 0));
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("contacts accounts", "50%", "250/s", "contacts memberships");
    }
}
