package io.eicbridge.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Says what becomes of a run when somebody presses Ctrl-C, and lets a run of this process end after its page. */
final class Interruption implements AutoCloseable {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final Bridge bridge;
    private final PrintWriter err;
    private final Thread hook = new Thread(this::interrupt, "import-interruption");

    Interruption(Bridge bridge, PrintWriter err) {
        this.bridge = bridge;
        this.err = err;
    }

    Interruption listening() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    CountDownLatch requested() {
        return requested;
    }

    void interrupt() {
        requested.countDown();
        err.println(
                bridge.outlivesThisProcess()
                        ? "The import goes on in the running bridge; 'eic-bridge import status' shows how far it is."
                        : "The run ends after its current page; the next import of this endpoint goes on from there.");
        err.flush();
        bridge.close();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            requested.countDown(); // the program is already shutting down, so the hook has begun
        }
    }
}
