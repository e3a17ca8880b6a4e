package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eicbridge.failure.Configuration;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;

class PausesTest {

    @BothDatabases
    void aRefusedTokenStopsEverythingUntilItIsMended(Database database) {
        Engine engine = Engine.on(database.store());
        long first = engine.command(Operation.UPDATE, "c1");
        engine.command(Operation.UPDATE, "c2");
        engine.pause(engine.next(), "system");

        assertThat(engine.of(first)).satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(RequestState.WAITING);
            assertThat(waiting.tries()).isZero();
            assertThat(waiting.reason()).isEqualTo("Grant it.");
        });
        assertThat(engine.taken()).isEmpty();
        assertThat(engine.provisioning().shelf().paused())
                .extracting(Pause::capability, Pause::kind)
                .containsExactly(tuple("system", "*"));
        assertThat(engine.pauses().probeIsDue()).isFalse();
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.pauses().probeIsDue()).isTrue();
        assertThat(engine.pauses().probeIsDue()).isFalse();

        engine.pauses().systemWorks();

        assertThat(engine.taken()).hasSize(2);
    }

    @BothDatabases
    void aMissingPermissionStopsItsKindOfRequestAloneUntilOneOfThemSucceeds(Database database) {
        Engine engine = Engine.on(database.store());
        engine.command(Operation.ADD_ACCESS, "c1", "t1");
        engine.command(Operation.ADD_ACCESS, "c2", "t1");
        engine.command(Operation.ADD_ACCESS, "c3", "t1");
        long other = engine.command(Operation.UPDATE, "c4");
        engine.pause(engine.next(), "tag-write");

        assertThat(engine.taken()).containsExactly(other);
        engine.pass(Duration.ofMinutes(1));
        ProvisioningRequest probe = engine.next();
        assertThat(engine.next()).isNull();
        engine.pause(probe, "tag-write");
        assertThat(engine.taken()).isEmpty();

        engine.pass(Duration.ofMinutes(1));
        ProvisioningRequest again = engine.next();
        engine.sends(again);
        engine.succeed(again);
        assertThat(engine.taken()).hasSize(2);
        assertThat(engine.provisioning().shelf().paused()).isEmpty();
    }

    @BothDatabases
    void aCallerIsToldAtOnceAndNothingRunsOnItsBehalfLater(Database database) {
        Engine engine = Engine.on(database.store());
        engine.ask(Operation.UPDATE, "c1");
        engine.pause(engine.next(), "system");

        long asked = engine.ask(Operation.UPDATE, "c2");

        assertThat(engine.of(asked).waitsForCaller()).isTrue();
        assertThat(engine.of(asked).reason()).isEqualTo("Grant it.");
        engine.pauses().systemWorks();
        assertThat(engine.taken()).isEmpty();
    }

    @BothDatabases
    void thePauseIsToldOnce(Database database) {
        Engine engine = Engine.on(database.store());
        engine.command(Operation.UPDATE, "c1");
        engine.command(Operation.UPDATE, "c2");
        ProvisioningRequest first = engine.next();
        ProvisioningRequest second = engine.next();
        Configuration refused = new Configuration("Copy the token.", "system", null);
        Outcomes outcomes = (Outcomes) engine.provisioning().beans().get("outcomes");

        assertThat(outcomes.paused(first, refused)).isNotNull();
        assertThat(outcomes.paused(second, refused)).isNull();
    }
}
