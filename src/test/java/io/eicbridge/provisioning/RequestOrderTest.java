package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;
import java.util.List;

class RequestOrderTest {

    @BothDatabases
    void requestsOfOneAccountFollowEachOtherAndThoseOfOthersDoNotWait(Database database) {
        Engine engine = Engine.on(database.store());
        long first = engine.command(Operation.ADD_ACCESS, "c1", "t1");
        long second = engine.command(Operation.ADD_ACCESS, "c1", "t2");
        long other = engine.command(Operation.ADD_ACCESS, "c2", "t1");

        ProvisioningRequest running = engine.next();
        assertThat(running.id()).isEqualTo(first);
        assertThat(engine.taken()).containsExactly(other);
        engine.fail(running, Engine.passing());
        assertThat(engine.taken()).isEmpty();

        engine.pass(Duration.ofMinutes(1));
        engine.retries();
        engine.succeed(engine.next());
        assertThat(engine.taken()).containsExactly(second);
    }

    @BothDatabases
    void whatAPersonWorksOnKeepsBackTheSameEntitlementAndTheAccountItself(Database database) {
        Engine engine = Engine.on(database.store());
        engine.command(Operation.ADD_ACCESS, "c1", "t1");
        queue(engine, engine.next());

        long same = engine.command(Operation.REMOVE_ACCESS, "c1", "t1");
        long another = engine.command(Operation.ADD_ACCESS, "c2", "t2");
        assertThat(engine.taken()).containsExactly(another);
        assertThat(engine.state(same)).isEqualTo(RequestState.WAITING);
    }

    @BothDatabases
    void aRequestWaitsForTheCreateOfItsAccountAndThenKnowsItsId(Database database) {
        Engine engine = Engine.on(database.store());
        engine.ask(Operation.CREATE, null, null, "{'accountName':'Ada@Example.com'}");
        long access = engine.ask(Operation.ADD_ACCESS, "ada@example.com", "t1", "{}");
        long others = engine.ask(Operation.ADD_ACCESS, "bea@example.com", "t1", "{}");

        ProvisioningRequest create = engine.next();
        assertThat(engine.taken()).containsExactly(others);
        engine.succeed(create);

        ProvisioningRequest next = engine.next();
        assertThat(next.id()).isEqualTo(access);
        assertThat(next.account()).isEqualTo("c" + create.id());
    }

    @BothDatabases
    void aFailedCreateRejectsWhatDependsOnIt(Database database) {
        Engine engine = Engine.on(database.store());
        long create = engine.ask(Operation.CREATE, null, null, "{'user':{'email':'ada@example.com'}}");
        long access = engine.ask(Operation.ADD_ACCESS, "ada@example.com", "t1", "{}");

        engine.fail(engine.next(), Engine.refused());

        assertThat(engine.of(access)).satisfies(dependant -> {
            assertThat(dependant.state()).isEqualTo(RequestState.REJECTED);
            assertThat(dependant.reason()).contains("not created").contains("request=" + create);
        });
        assertThat(engine.provisioning().sights().get().get(0).dead()).isEqualTo(2);
    }

    @BothDatabases
    void updatesThatFollowEachOtherAreOneAndEachGetsItsOutcome(Database database) {
        Engine engine = Engine.on(database.store());
        long first = engine.ask(Operation.UPDATE, "c1", null, "{'task':{'taskid':1},'user':{'name':'A','phone':'1'}}");
        long second = engine.ask(Operation.UPDATE, "c1", null, "{'task':{'taskid':2},'user':{'name':'B','city':'X'}}");
        long disable = engine.ask(Operation.DISABLE, "c1");
        long later = engine.ask(Operation.UPDATE, "c1", null, "{'user':{'name':'C'}}");

        ProvisioningRequest merged = engine.next();
        assertThat(merged.id()).isEqualTo(first);
        assertThat(merged.bindings())
                .isEqualTo(Engine.json("{'task':{'taskid':1},'user':{'name':'B','phone':'1','city':'X'}}"));
        assertThat(engine.taken()).isEmpty();
        engine.succeed(merged);

        assertThat(engine.state(second)).isEqualTo(RequestState.SUCCEEDED);
        assertThat(engine.provisioning().shelf().show(second).attempts()).hasSize(1);
        assertThat(engine.next().id()).isEqualTo(disable);
        assertThat(engine.state(later)).isEqualTo(RequestState.WAITING);
    }

    @BothDatabases
    void anUpdateThatComesLateLeavesTheValuesOfALaterOneAlone(Database database) {
        Engine engine = Engine.on(database.store());
        ObjectNode values = Engine.json("{'user':{'name':'A','phone':'1'}}");
        var asked = Engine.asked("late", Operation.UPDATE, "c1", null, RetryOwner.CALLER, values.toString());
        engine.provisioning().desk().accept(asked);
        engine.fail(engine.next(), Engine.passing());
        engine.ask(Operation.UPDATE, "c1", null, "{'user':{'name':'B'}}");
        engine.succeed(engine.next());

        engine.provisioning().desk().accept(asked);

        assertThat(engine.next().bindings()).isEqualTo(Engine.json("{'user':{'name':'B','phone':'1'}}"));
    }

    @BothDatabases
    void updatesThatOneQueueItemAsksForEndTogether(Database database) {
        Engine engine = Engine.on(database.store());
        long first = engine.ask(Operation.UPDATE, "c1", null, "{'user':{'name':'A'}}");
        long second = engine.ask(Operation.UPDATE, "c1", null, "{'user':{'name':'B'}}");
        long third = engine.command(Operation.DISABLE, "c1");
        queue(engine, engine.next());
        assertThat(engine.state(second)).isEqualTo(RequestState.QUEUED);

        engine.provisioning().queueEnds().succeeded(first, null, "Done by a person.");

        assertThat(List.of(engine.state(first), engine.state(second))).containsOnly(RequestState.SUCCEEDED);
        assertThat(engine.of(second).message()).isEqualTo("Done by a person.");
        assertThat(engine.taken()).containsExactly(third);
    }

    private static void queue(Engine engine, ProvisioningRequest request) {
        ((Outcomes) engine.provisioning().beans().get("outcomes")).succeeded(request, Effect.queued("t9", "Asked."));
    }
}
