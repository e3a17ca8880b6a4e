package io.eicbridge.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and estimate, one per phase. */
final class ProgressOnTerminal implements ProgressDisplay {
    private static final int WIDTH = 100;
    private final PrintStream err;
    private ProgressBar bar;
    private String phase = "";
    private volatile Progress latest;

    ProgressOnTerminal(PrintStream err) {
        this.err = err;
    }

    @Override
    public void show(Progress progress) {
        latest = progress;
        if (bar == null || !progress.phase().equals(phase)) {
            close();
            phase = progress.phase();
            bar = started(progress);
        }
        bar.maxHint(progress.expected() > 0 ? progress.expected() : -1);
        bar.stepTo(progress.read());
        bar.setExtraMessage(Math.round(progress.perSecond()) + "/s");
        bar.refresh();
    }

    private ProgressBar started(Progress progress) {
        return new ProgressBarBuilder()
                .setTaskName(progress.endpoint() + (phase.isEmpty() ? "" : " " + phase))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .setEtaFunction(state -> left())
                .build();
    }

    private Optional<Duration> left() {
        long seconds = latest.secondsLeft();
        return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
