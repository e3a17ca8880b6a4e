package io.eicbridge.flow;

import io.eicbridge.flow.Reloaded.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees edits of the folder as they are saved and has them brought to life. It looks at the texts themselves, some times a
 * second: that also sees what no file system tells of, as on shared folders, and takes an edit only when it is saved whole.
 */
public final class RouteWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteWatch.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "route-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Path folder;
    private final Supplier<Reloaded> reload;
    private Map<String, ByteBuffer> seen = Map.of();
    private Map<String, ByteBuffer> tried = Map.of();

    private RouteWatch(Path folder, Supplier<Reloaded> reload) {
        this.folder = folder;
        this.reload = reload;
    }

    /** Looks at the folder every {@code pause} until it is closed; an edit counts when two looks see the same. */
    public static RouteWatch begin(Path folder, Duration pause, Supplier<Reloaded> reload) {
        RouteWatch watch = new RouteWatch(folder, reload);
        watch.timer.scheduleWithFixedDelay(watch::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            Map<String, ByteBuffer> now = bytes();
            if (now.equals(seen) && !now.equals(tried)) {
                // what was refused for the time being is tried again with the next look
                tried = reload.get().outcome() == Outcome.REFUSED ? Map.of() : now;
            }
            seen = now;
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The folder of routes is being written: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("An edit of the routes could not be tried; the routes before go on.", e);
        }
    }

    private Map<String, ByteBuffer> bytes() throws IOException {
        Map<String, ByteBuffer> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RouteFile::isOne).toList()) {
                bytes.put(file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
