package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.journal.request.Attempt;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

class RetriesTest {

    @BothDatabases
    void theLadderIsClimbedStepByStepAcrossARestartUntilTheRequestIsDead(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.command(Operation.UPDATE, "c1");
        engine.fail(engine.next(), Engine.passing());
        assertThat(engine.of(id).dueAt()).isEqualTo(Engine.BEGIN.plusSeconds(60));
        engine.pass(Duration.ofSeconds(59));
        assertThat(engine.retries()).isZero();

        Engine restarted = engine.after(database.reopen());
        restarted.pass(Duration.ofSeconds(1));
        assertThat(restarted.retries()).isEqualTo(1);
        restarted.fail(restarted.next(), Engine.passing());
        assertThat(restarted.of(id).dueAt()).isEqualTo(Engine.BEGIN.plusSeconds(60 + 300));
        restarted.pass(Duration.ofMinutes(5));
        restarted.retries();
        restarted.fail(restarted.next(), Engine.passing());

        assertThat(restarted.of(id)).satisfies(dead -> {
            assertThat(dead.state()).isEqualTo(RequestState.DEAD);
            assertThat(dead.tries()).isEqualTo(3);
            assertThat(dead.reason()).contains("All 3 tries failed").contains("No answer yet.");
        });
        assertThat(restarted.provisioning().shelf().show(id).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("retry", "retry", "dead");
        assertThat(restarted.provisioning().sights().get().get(0).dead()).isEqualTo(1);
    }

    @BothDatabases
    void theRetryJobIsNotNeededForWhatSomebodyRunsNow(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.command(Operation.UPDATE, "c1");
        engine.fail(engine.next(), Engine.passing());
        assertThat(engine.next()).isNull();

        engine.provisioning().acts().run(id, new RequestActs.By("ops", ""));

        assertThat(engine.next().id()).isEqualTo(id);
    }

    @BothDatabases
    void whatADeadProcessLeftIsTakenOverAndItsLateOutcomeDoesNotCount(Database database) {
        Engine engine = Engine.on(database.store());
        Engine other = engine.other();
        long id = engine.ask(Operation.UPDATE, "c1");
        var lost = engine.next();
        other.sweep();
        assertThat(other.next()).isNull();

        database.store()
                .inTransaction(handle ->
                        handle.execute("update requests set lease_until = current_timestamp - interval '1' second"));
        engine.provisioning().beat(); // it lives, and so it keeps the request
        other.sweep();
        assertThat(other.next()).isNull();

        database.store()
                .inTransaction(handle ->
                        handle.execute("update requests set lease_until = current_timestamp - interval '1' second"));
        other.sweep();
        var taken = other.next();
        assertThat(taken.id()).isEqualTo(id);
        assertThatThrownBy(() -> engine.sends(lost)).hasMessageContaining("another process took the request over");
        assertThat(engine.fail(lost, Engine.refused())).isEqualTo("lost");
        assertThat(engine.state(id)).isEqualTo(RequestState.RUNNING);
        other.succeed(taken);

        assertThat(engine.provisioning().shelf().show(id).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("interrupted", "succeeded");
    }

    @BothDatabases
    void whatAStopOfTheBridgeInterruptsGoesOnAtTheNextStart(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.ask(Operation.UPDATE, "c1");

        engine.fail(engine.next(), new RejectedExecutionException());

        assertThat(engine.state(id)).isEqualTo(RequestState.WAITING);
        assertThat(engine.next().attempt()).isEqualTo(2);
    }

    @BothDatabases
    void whatExceedsTheLimitOfAnHourIsHeldUntilSomebodyReleasesIt(Database database) {
        Engine engine = Engine.on(database.store());
        for (int account = 1; account <= 5; account++) {
            engine.command(Operation.DISABLE, "c" + account);
        }
        engine.command(Operation.ENABLE, "c9");

        assertThat(engine.taken()).hasSize(4);
        var held = engine.provisioning().shelf().list(Lists.held());
        assertThat(held.total()).isEqualTo(2);
        assertThat(held.requests().get(0).reason()).contains("More than 3 within an hour");
        long first = held.requests().get(1).id();
        engine.provisioning().acts().release(first, new RequestActs.By("ops", "a department closed"));
        assertThat(engine.taken()).containsExactly(first);

        engine.pass(Duration.ofMinutes(61));
        engine.command(Operation.DISABLE, "c20");
        assertThat(engine.taken()).hasSize(1);
    }

    @BothDatabases
    void whatExceedsTheLimitOfARunOfTheRetryJobIsHeld(Database database) {
        Engine engine = Engine.on(database.store());
        for (int account = 1; account <= 3; account++) {
            engine.command(Operation.REMOVE_ACCESS, "c" + account, "t1");
            engine.fail(engine.next(), Engine.passing());
        }
        engine.pass(Duration.ofMinutes(1));

        engine.retries();

        assertThat(engine.taken()).hasSize(2);
        assertThat(engine.provisioning().shelf().list(Lists.held()).total()).isEqualTo(1);
    }
}
