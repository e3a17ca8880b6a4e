package io.eicbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class BrokenConnectionsTest {
    private static final String MEMORY = "jdbc:h2:mem:broken";
    private static final int SECONDS = 30;

    @Test
    void whoeverWaitsForAWorkLearnsThatTheDatabaseIsGone() {
        SharedTransactions shared = new SharedTransactions(Jdbi.create(() -> {
            throw new SQLException("the server is down");
        }));
        List<CompletableFuture<Integer>> works = new ArrayList<>();
        for (int work = 0; work < SECONDS; work++) {
            works.add(shared.later(handle -> 1));
        }

        works.forEach(work -> assertThatThrownBy(() -> work.get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ConnectionException.class));
        shared.close();
    }

    @Test
    void aConnectionThatBreaksAfterTheCommitStoresNothingTwice() throws Exception {
        try (Connection open = DriverManager.getConnection(MEMORY)) {
            open.createStatement().execute("create table works (id int primary key)");
            AtomicInteger tries = new AtomicInteger();
            SharedTransactions shared = new SharedTransactions(Jdbi.create(BrokenConnectionsTest::breaking));

            assertThat(shared.later(handle ->
                                    handle.execute("insert into works (id) values (?)", 1) + tries.getAndIncrement())
                            .get(SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(1);
            shared.close();
            assertThat(tries).hasValue(1);
        }
    }

    /** A connection that is lost when it is given back. */
    private static Connection breaking() throws SQLException {
        Connection connection = DriverManager.getConnection(MEMORY);
        return (Connection) Proxy.newProxyInstance(
                BrokenConnectionsTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> called(connection, method, arguments));
    }

    private static Object called(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            Object answer = method.invoke(connection, arguments);
            if (method.getName().equals("close")) {
                throw new SQLException("the connection broke");
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
