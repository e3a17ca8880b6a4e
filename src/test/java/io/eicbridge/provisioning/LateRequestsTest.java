package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.provisioning.RequestActs.By;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;

/** What comes late must not undo what came after it, and what nobody calls for any more must not stay silent. */
class LateRequestsTest {
    private static final String ADA = "{'accountName':'ada'}";
    private static final By OPERATOR = new By("operator", "because");

    @BothDatabases
    void aLateCreateDoesNotBringBackWhomALaterCreateMadeAndSomebodyDisabled(Database database) {
        Engine engine = Engine.on(database.store());
        long first = engine.ask(Operation.CREATE, null, null, ADA);
        engine.fail(engine.next(), Engine.refused());
        long second = engine.ask(Operation.CREATE, null, null, ADA);
        engine.succeed(engine.next());

        assertThatThrownBy(() -> acts(engine).replay(first, OPERATOR))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("request " + second);
    }

    @BothDatabases
    void aRequestThatIsOvertakenIsNotRun(Database database) {
        Engine engine = Engine.on(database.store());
        long add = engine.ask(Operation.ADD_ACCESS, "a", "t", "{}");
        engine.fail(engine.next(), Engine.passing());
        engine.ask(Operation.ADD_ACCESS, "a", "t", "{}");
        engine.succeed(engine.next());

        assertThatThrownBy(() -> acts(engine).run(add, OPERATOR)).isInstanceOf(Rejected.class);
    }

    @BothDatabases
    void whatIsRunForACallerWhoStaysAwayIsRepeatedByTheBridge(Database database) {
        Engine engine = Engine.on(database.store());
        long add = engine.ask(Operation.ADD_ACCESS, "a", "t", "{}");
        engine.fail(engine.next(), Engine.passing());
        acts(engine).run(add, OPERATOR);
        engine.fail(engine.next(), Engine.passing());

        assertThat(engine.of(add).dueAt()).isNotNull();
    }

    @BothDatabases
    void aLateUpdateLeavesLaterValuesAloneThoughAnotherOperationLiesBetween(Database database) {
        Engine engine = Engine.on(database.store());
        String key = "late";
        String named = "{'user':{'name':'A','phone':'1'}}";
        engine.provisioning().desk().accept(Engine.asked(key, Operation.UPDATE, "a", null, RetryOwner.CALLER, named));
        engine.fail(engine.next(), Engine.passing());
        engine.ask(Operation.ADD_ACCESS, "a", "t", "{}");
        engine.succeed(engine.next());
        engine.ask(Operation.UPDATE, "a", null, "{'user':{'name':'B'}}");
        engine.succeed(engine.next());

        engine.provisioning().desk().accept(Engine.asked(key, Operation.UPDATE, "a", null, RetryOwner.CALLER, named));
        ProvisioningRequest late = engine.next();

        assertThat(late.bindings().path("user")).isEqualTo(Engine.json("{'name':'B','phone':'1'}"));
    }

    @BothDatabases
    void aCallerWhoWillOnlyLookLeavesTheRepetitionsToTheBridge(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.provisioning()
                .desk()
                .accept(Engine.asked("k", Operation.DISABLE, "a", null, RetryOwner.CALLER, "{}"))
                .request()
                .id();
        ProvisioningRequest running = engine.next();
        engine.provisioning().desk().accept(Engine.asked("k", Operation.DISABLE, "a", null, RetryOwner.BRIDGE, "{}"));
        engine.fail(running, Engine.passing());

        assertThat(engine.of(id).dueAt()).isNotNull();
    }

    @BothDatabases
    void whatAPersonGaveUpIsNotBegunAgainByItsCaller(Database database) {
        Engine engine = Engine.on(database.store());
        var asked = Engine.asked("k", Operation.DISABLE, "a", null, RetryOwner.CALLER, "{}");
        long id = engine.provisioning().desk().accept(asked).request().id();
        acts(engine).discard(id, OPERATOR);

        engine.provisioning().desk().accept(asked);

        assertThat(engine.state(id)).isEqualTo(RequestState.DISCARDED);
    }

    @BothDatabases
    void theIdThatTheFirstTryBroughtAboutMayBeNamedAtTheNext(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.provisioning()
                .desk()
                .accept(Engine.asked("k", Operation.UPDATE, "ada", null, RetryOwner.CALLER, "{}"))
                .request()
                .id();
        engine.succeed(engine.next());

        assertThat(engine.provisioning()
                        .desk()
                        .accept(Engine.asked("k", Operation.UPDATE, "c" + id, null, RetryOwner.CALLER, "{}"))
                        .fresh())
                .isFalse();
    }

    @BothDatabases
    void aRequestWhoseCallerStaysAwayForDaysIsADeadLetter(Database database) {
        Engine engine = Engine.on(database.store());
        long left = engine.ask(Operation.ADD_ACCESS, "a", "t", "{}");
        engine.fail(engine.next(), Engine.passing());
        engine.pass(Duration.ofDays(6));
        engine.remove();
        assertThat(engine.state(left)).isEqualTo(RequestState.WAITING);

        engine.pass(Duration.ofDays(2));
        engine.remove();

        assertThat(engine.state(left)).isEqualTo(RequestState.DEAD);
        assertThat(engine.of(left).reason()).contains("did not call again", "No answer yet.");
    }

    @BothDatabases
    void theEndOfAnEntitlementCountsForTheLimits(Database database) {
        Engine engine = Engine.on(database.store());
        for (int nth = 0; nth < 4; nth++) {
            engine.ask(Operation.DELETE_ENTITLEMENT, null, "t" + nth, "{}");
        }

        assertThat(engine.taken()).hasSize(3);
    }

    private static RequestActs acts(Engine engine) {
        return engine.provisioning().acts();
    }
}
