package io.eicbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

class DatabaseFailureTest {
    private static final String VALUE = "mary@example.com";

    @BothDatabases
    void aFailureTellsNoValueOfItsStatement(Database database) {
        Store store = database.store();
        store.inTransaction(handle -> handle.execute("create table people (name varchar(20) primary key)"));
        store.inTransaction(DatabaseFailureTest::insert);

        Function<Handle, Integer> tooLong = handle -> handle.createUpdate("insert into people (name) values (:name)")
                .bind("name", VALUE.repeat(2))
                .execute();

        assertThat(printed(catchThrowable(() -> store.inTransaction(DatabaseFailureTest::insert))))
                .contains("SQL state 23505")
                .doesNotContain(VALUE);
        assertThat(printed(catchThrowable(() -> store.inSharedTransaction(DatabaseFailureTest::batch))))
                .contains("SQL state 23505")
                .doesNotContain(VALUE);
        assertThat(printed(catchThrowable(() -> store.read(tooLong))))
                .contains("SQL state 22001")
                .doesNotContain(VALUE);
        assertThat(printed(catchThrowable(() -> store.read(handle -> handle.execute("select 1 from nowhere")))))
                .containsIgnoringCase("nowhere")
                .contains("SQL state 42");
    }

    private static int insert(Handle handle) {
        return handle.createUpdate("insert into people (name) values (:name)")
                .bind("name", VALUE)
                .execute();
    }

    private static int batch(Handle handle) {
        return handle.prepareBatch("insert into people (name) values (:name)")
                .bind("name", VALUE)
                .add()
                .bind("name", "paul@example.com")
                .add()
                .execute()
                .length;
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
