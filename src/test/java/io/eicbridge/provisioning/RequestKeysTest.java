package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.Attempt;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;
import java.util.List;

class RequestKeysTest {

    @BothDatabases
    void theSameKeyIsTheSameRequestUntilItFails(Database database) {
        Engine engine = Engine.on(database.store());
        NewRequest asked = update("task-1", "c1");
        long id = accept(engine, asked).request().id();

        assertThat(accept(engine, asked)).satisfies(again -> {
            assertThat(again.fresh()).isFalse();
            assertThat(again.request().id()).isEqualTo(id);
        });
        ProvisioningRequest running = engine.next();
        assertThat(accept(engine, asked).request().state()).isEqualTo(RequestState.RUNNING);
        engine.succeed(running);
        assertThat(accept(engine, asked).request().message()).isEqualTo("Done.");
        assertThat(engine.next()).isNull();
    }

    @BothDatabases
    void afterAFailureTheSameKeyBeginsAnotherAttemptOfTheSameRequest(Database database) {
        Engine engine = Engine.on(database.store());
        NewRequest asked = update("task-1", "c1");
        long id = accept(engine, asked).request().id();

        engine.fail(engine.next(), Engine.refused());
        assertThat(engine.of(id)).satisfies(rejected -> {
            assertThat(rejected.state()).isEqualTo(RequestState.REJECTED);
            assertThat(rejected.reason()).isEqualTo("It is not allowed.");
            assertThat(rejected.intercomRequestId()).isEqualTo("req_r");
        });
        assertThat(accept(engine, asked).fresh()).isTrue();
        engine.succeed(engine.next());

        assertThat(engine.provisioning().shelf().show(id).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("rejected", "succeeded");
        assertThat(engine.state(id)).isEqualTo(RequestState.SUCCEEDED);
    }

    @BothDatabases
    void whatItsCallerRepeatsIsNotRepeatedByTheBridge(Database database) {
        Engine engine = Engine.on(database.store());
        NewRequest asked = update("task-1", "c1");
        long id = accept(engine, asked).request().id();
        engine.fail(engine.next(), Engine.passing());

        engine.pass(Duration.ofDays(2));
        assertThat(engine.retries()).isZero();
        assertThat(engine.next()).isNull();
        assertThat(engine.of(id).waitsForCaller()).isTrue();

        assertThat(accept(engine, asked).fresh()).isTrue();
        assertThat(engine.next().attempt()).isEqualTo(2);
    }

    @BothDatabases
    void aKeyThatWasUsedForSomethingElseIsRefused(Database database) {
        Engine engine = Engine.on(database.store());
        accept(engine, update("task-1", "c1"));

        assertThatThrownBy(() -> accept(engine, update("task-1", "c2")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.status()).isEqualTo(409));
        NewRequest ofAnother = new NewRequest(
                "contacts",
                "command",
                "task-1",
                Operation.UPDATE,
                "c2",
                null,
                null,
                RetryOwner.BRIDGE,
                Engine.json("{}"));
        assertThat(accept(engine, ofAnother).fresh()).isTrue();
    }

    @BothDatabases
    void everythingThatIsWrongIsToldAtOnce(Database database) {
        Engine engine = Engine.on(database.store());
        NewRequest wrong = new NewRequest(
                "nowhere", "", "k\n", Operation.ADD_ACCESS, "a".repeat(300), "Badge", "", RetryOwner.CALLER, null);

        assertThatThrownBy(() -> accept(engine, wrong))
                .hasMessageContainingAll(
                        "there is no endpoint \"nowhere\"",
                        "the caller is missing",
                        "the key holds a control character",
                        "the account is longer than 255",
                        "the entitlement is missing",
                        "no entitlement type \"Badge\"",
                        "the bindings are missing");
        assertThat(engine.provisioning().shelf().list(all()).total()).isZero();
    }

    private static RequestQuery all() {
        return RequestQuery.newest(10);
    }

    @BothDatabases
    void aLateRepetitionDoesNotUndoWhatCameAfterIt(Database database) {
        Engine engine = Engine.on(database.store());
        NewRequest add = Engine.asked("task-1", Operation.ADD_ACCESS, "c1", "t1", RetryOwner.CALLER, "{}");
        long id = accept(engine, add).request().id();
        engine.fail(engine.next(), Engine.passing());
        accept(engine, Engine.asked("task-2", Operation.REMOVE_ACCESS, "c1", "t1", RetryOwner.CALLER, "{}"));
        engine.succeed(engine.next());

        assertThat(accept(engine, add).fresh()).isFalse();
        assertThat(engine.state(id)).isEqualTo(RequestState.REJECTED);
        assertThat(engine.taken()).isEqualTo(List.of());
    }

    private static Accepted accept(Engine engine, NewRequest asked) {
        return engine.provisioning().desk().accept(asked);
    }

    private static NewRequest update(String key, String account) {
        return Engine.asked(key, Operation.UPDATE, account, null, RetryOwner.CALLER, "{}");
    }

    @BothDatabases
    void lettersThatADatabaseRefusesAndIdsThatAreTooLongAreKept(Database database) {
        Engine engine = Engine.on(database.store());
        String odd = "{\"user\":{\"name\":\"\\u0000 \\ud800 \u2615\"}}";
        long id = engine.ask(Operation.UPDATE, "a".repeat(255), null, odd);
        ProvisioningRequest running = engine.next();
        engine.sends(running);

        engine.fail(running, new Rejected("r".repeat(5000), 422, "", "i".repeat(300)));

        assertThat(engine.of(id).bindings()).isEqualTo(Engine.json(odd));
        assertThat(engine.of(id).state()).isEqualTo(RequestState.REJECTED);
        assertThat(engine.of(id).reason()).hasSize(4000);
    }
}
