package io.eicbridge;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A started program: what it has said so far, and how it is stopped. */
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    Child(Process process) {
        this.process = process;
        this.readers = List.of(reader(process.inputReader(), out), reader(process.errorReader(), err));
    }

    private static Thread reader(BufferedReader from, List<String> lines) {
        Thread reader = new Thread(() -> from.lines().forEach(lines::add), "child-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** Waits until this is so; fails with everything said where the program ends before. */
    Child when(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .failFast("the program goes on", () -> {
                    if (!process.isAlive() && !condition.getAsBoolean()) {
                        throw new AssertionError("ended too soon\n" + said());
                    }
                })
                .until(condition::getAsBoolean);
        return this;
    }

    Child whenSaid(String pattern, int times) {
        return when(() -> lines(pattern).size() >= times);
    }

    /** Lines of either stream that hold the pattern. */
    List<String> lines(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return java.util.stream.Stream.concat(out.stream(), err.stream())
                .filter(line -> wanted.matcher(line).find())
                .toList();
    }

    String out() {
        return String.join("\n", out);
    }

    String err() {
        return String.join("\n", err);
    }

    String said() {
        return "--- standard output\n" + out() + "\n--- standard error\n" + err();
    }

    /** SIGKILL; by its handle, because the process itself would close its streams before their last lines are read. */
    Child kill() {
        process.toHandle().destroyForcibly();
        ended();
        return this;
    }

    /** SIGTERM, as by Ctrl-C or a service manager. */
    Child terminate() {
        process.toHandle().destroy();
        return this;
    }

    /** The exit code, once the program has ended and everything it said is there. */
    int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("does not end\n" + said());
            }
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
