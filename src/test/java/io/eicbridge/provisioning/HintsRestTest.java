package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.Hint;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;
import java.util.List;

/** What provisioning left to be read back does not take its rate while it goes on. */
class HintsRestTest {
    @BothDatabases
    void hintsOfRequestsRestWhileOthersAreCarriedOutButNotForLong(Database database) {
        Engine engine = Engine.on(database.store());
        engine.ask(Operation.UPDATE, "a");
        ProvisioningRequest running = engine.next();
        hint(engine, "request 1");
        assertThat(waiting(engine)).isFalse();

        engine.pass(Duration.ofSeconds(31));
        assertThat(waiting(engine)).isTrue();

        hint(engine, "request 2");
        engine.succeed(running);
        assertThat(waiting(engine)).isTrue();
    }

    @BothDatabases
    void aNotificationIsReadAtOnce(Database database) {
        Engine engine = Engine.on(database.store());
        engine.ask(Operation.UPDATE, "a");
        engine.next();
        hint(engine, "contact.user.updated");

        assertThat(waiting(engine)).isTrue();
    }

    private static void hint(Engine engine, String topic) {
        engine.store().inTransaction(handle -> {
            new Hints(engine.clock()).add(handle, List.of(new Hint("contacts", Hint.ACCOUNT, "c1")), topic);
            return null;
        });
    }

    private static boolean waiting(Engine engine) {
        return engine.store().read(handle -> new Hints(engine.clock()).waiting(handle, "contacts"));
    }
}
