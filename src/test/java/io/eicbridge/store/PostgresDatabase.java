package io.eicbridge.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of a PostgreSQL server that starts once for all tests and ends with them. */
public final class PostgresDatabase implements Database {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String name = "test" + NUMBERS.incrementAndGet();
    private final Opened opened;

    public PostgresDatabase() {
        run("create database " + name);
        opened = new Opened(new StoreSettings(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres"));
    }

    @Override
    public StoreSettings settings() {
        return opened.settings();
    }

    @Override
    public Store store() {
        return opened.store();
    }

    @Override
    public Store reopen() {
        opened.close();
        return opened.store();
    }

    @Override
    public void close() {
        opened.close();
        run("drop database " + name + " with (force)");
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }

    private static void run(String sql) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started by the first test that needs it. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
