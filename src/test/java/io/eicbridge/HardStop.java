package io.eicbridge;

import com.zaxxer.hikari.HikariDataSource;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a bridge as nearly like a kill as its own Java machine allows: its database is taken from it in the midst of whatever it does, so
 * that nothing it does or writes from then on is kept, and only then does it stop.
 */
final class HardStop {
    private static final Logger LOG = LoggerFactory.getLogger(HardStop.class);
    private static final String NO_MORE_FILE = "shutdown immediately";
    private static final String NO_MORE_SESSIONS = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()";

    private HardStop() {}

    static void of(BridgeProcess bridge, StoreSettings database) {
        cut((HikariDataSource) field(field(bridge, "store"), "source"), database);
        try {
            bridge.close();
        } catch (RuntimeException e) {
            LOG.debug("What was killed does not stop well: {}", e.getMessage());
        }
        if (!database.embedded()) {
            endLeases(database);
        }
    }

    /** No connection is given out any more, and those that are open end with their transactions. */
    private static void cut(HikariDataSource connections, StoreSettings database) {
        Store killer = Store.open(database);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(connections::close);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(connections::isClosed);
        try {
            killer.read(handle -> handle.execute(database.embedded() ? NO_MORE_FILE : NO_MORE_SESSIONS));
        } catch (RuntimeException e) {
            LOG.debug("The one that ends the database is ended with it: {}", e.getMessage());
        }
        closing.join();
        killer.close();
    }

    /** What other processes wait for after a kill. */
    private static void endLeases(StoreSettings database) {
        try (Store store = Store.open(database)) {
            store.inTransaction(
                    handle -> handle.execute("update leases set until_at = timestamp '2000-01-01 00:00:00'"));
        }
    }

    private static Object field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
