package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A bridge that takes orders, either in this process or in another one; failures are the kinds of {@code failure}. */
public interface Bridge extends AutoCloseable {
    /** Starts a run and answers {@code {"run":17}} at once; Rejected where the endpoint is busy or unknown. */
    ObjectNode startImport(ImportOrder order);

    /**
     * One run as it stands: {@code run, endpoint, mode, dryRun, state} (running, complete, incomplete, held, failed),
     * {@code phase}, {@code read} and {@code expected} records of that phase, {@code perSecond}, {@code reason},
     * {@code report} (null while it runs), {@code affected} (each {@code kind, id, name, change}), {@code affectedTotal}.
     */
    ObjectNode progress(long run);

    /** The newest runs first: {@code {"runs":[{run, endpoint, mode, dryRun, state, read, startedAt, endedAt, reason}]}}. */
    ObjectNode runs();

    /** Publishes a held run after confirming those affected once more, and answers it as {@link #progress}. */
    ObjectNode approve(long run);

    /** {@code {"deadLetters":[{id, endpoint, kind, subject, run, reason, createdAt, state}], "total":3}}, newest first. */
    ObjectNode deadLetters(DeadLetterFilter filter);

    /** One dead letter, with the record it keeps as {@code payload}. */
    ObjectNode deadLetter(long id);

    /** {@code {"endpoint", "accounts":[{column, source, type, volatile}], "entitlements":{"Team":[…]}}}. */
    ObjectNode mapping(String endpoint);

    /** What the mapping makes of one record: {@code {"endpoint", "id", "columns":{…}, "volatile":{…}, "cut":0}}. */
    ObjectNode preview(String endpoint, String id);

    /** Begins to bring routes/ to life in a running bridge: {@code {"reload":1}} at once. */
    ObjectNode reloadRoutes();

    /**
     * How far that is: {@code {"reload", "state" (running, live, unchanged, broken, refused), "changed", "added", "gone",
     * "problems":[{file, line, column, message, remedy}], "reason", "millis"}}.
     */
    ObjectNode routesReload(long number);

    /** Whether a run goes on when this process ends. */
    boolean outlivesThisProcess();

    /**
     * Ends runs of this process after their current page and waits for that; a bridge elsewhere is left alone. At Ctrl-C
     * two threads close at the same time, so closing twice must be harmless.
     */
    @Override
    void close();
}
