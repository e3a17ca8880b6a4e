package io.eicbridge.cli;

/** Shows how far a run is, on standard error. */
interface ProgressDisplay extends AutoCloseable {
    void show(Progress progress);

    @Override
    void close();
}
