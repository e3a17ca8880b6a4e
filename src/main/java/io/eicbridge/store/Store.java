package io.eicbridge.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The open database: every reading and writing of the bridge happens in one of its transactions. */
public final class Store implements AutoCloseable {
    /** More than the slices of one import and the callers of the connector API that wait for a connection together. */
    private static final int CONNECTIONS = 24;

    /** A plan that PostgreSQL made while the tables were empty would go on reading them whole during the first import. */
    private static final String PLAN_EACH_TIME = "set plan_cache_mode = force_custom_plan";

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final SharedTransactions shared;
    private final SharedTransactions small;

    private Store(HikariDataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
        this.shared = new SharedTransactions(jdbi);
        this.small = new SharedTransactions(jdbi);
        Instants.teach(jdbi);
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(String.class, "varchar");
    }

    /**
     * Opens the database and brings its schema up to this program.
     *
     * @throws io.eicbridge.failure.Configuration where it is locked, unreachable, refuses the user or is too new
     */
    public static Store open(StoreSettings settings) {
        HikariDataSource source = connect(settings);
        try {
            OwnersFile.protect(source, settings);
            Migrations.apply(source, settings);
            return new Store(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static HikariDataSource connect(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("directory");
        config.setJdbcUrl(DatabaseUrl.opened(settings.url()));
        config.setUsername(settings.user().isEmpty() && settings.embedded() ? "sa" : settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        if (!settings.embedded()) {
            config.setConnectionInitSql(PLAN_EACH_TIME);
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw OpeningFailures.explain(settings, e);
        }
    }

    /**
     * Runs the work in one transaction, which is rolled back where the work throws; a DatabaseFailure where the database
     * refuses it.
     */
    public <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (RuntimeException e) {
            throw DatabaseFailure.bare(e);
        }
    }

    /**
     * Runs the work in a transaction that it may share with works of other threads, which is cheaper than one for each. The
     * work is whole or not at all, and stored when this returns. It may be run a second time after another one's failure.
     */
    public <T> T inSharedTransaction(Function<Handle, T> work) {
        return ended(laterInSharedTransaction(work));
    }

    private static <T> T ended(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    /** Likewise, without waiting for it: what comes back ends when the work is stored, or with the failure that kept it out. */
    public <T> CompletableFuture<T> laterInSharedTransaction(Function<Handle, T> work) {
        return shared.later(work);
    }

    /**
     * Runs a work of a few rows in a transaction that it may share with others of its kind, but not with pages of imports, for which
     * it would have to wait; stored when this returns. It may be run a second time after another one's failure.
     */
    public <T> T inSmallTransaction(Function<Handle, T> work) {
        return ended(small.later(work));
    }

    /** Runs queries that belong together; writing here is a mistake. */
    public <T> T read(Function<Handle, T> queries) {
        return inTransaction(queries);
    }

    @Override
    public void close() {
        shared.close();
        small.close();
        source.close();
    }
}
