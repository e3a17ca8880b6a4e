package io.eicbridge.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** A line with numbers every few seconds and at each new phase, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final PrintWriter err;
    private final InstantSource clock;
    private long nextAt;
    private String phase = "";

    ProgressLines(PrintWriter err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public void show(Progress progress) {
        if (clock.millis() < nextAt && progress.phase().equals(phase)) {
            return;
        }
        nextAt = clock.millis() + PAUSE.toMillis();
        phase = progress.phase();
        err.println(line(progress));
        err.flush();
    }

    static String line(Progress progress) {
        String read = String.format(
                Locale.ROOT,
                "Run %d of %s: %s, %,d%s read, %,.0f a second",
                progress.run(),
                progress.endpoint(),
                progress.phase().isEmpty() ? "starting" : progress.phase(),
                progress.read(),
                progress.expected() > 0 ? String.format(Locale.ROOT, " of %,d", progress.expected()) : "",
                progress.perSecond());
        return progress.secondsLeft() < 0 ? read : read + ", about " + progress.secondsLeft() + " s left";
    }

    @Override
    public void close() {
        err.flush();
    }
}
