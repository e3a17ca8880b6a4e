package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.ForgottenRequests;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

class RequestActsTest {
    private static final RequestActs.By OPS = new RequestActs.By("ops", "the tag was missing");

    @BothDatabases
    void aReplayKeepsTheKeyAndClimbsALadderOfItsOwn(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.ask(Operation.ADD_ACCESS, "c1", "t1", "{}");
        engine.fail(engine.next(), Engine.refused());
        String key = engine.of(id).asked().key();

        engine.provisioning().acts().replay(id, OPS);
        ProvisioningRequest again = engine.next();
        assertThat(again.asked().key()).isEqualTo(key);
        engine.fail(again, Engine.passing());
        engine.pass(Duration.ofMinutes(1));
        engine.retries();
        engine.succeed(engine.next());

        assertThat(engine.state(id)).isEqualTo(RequestState.SUCCEEDED);
        assertThat(engine.provisioning().shelf().show(id).audit())
                .extracting(AuditEntry::event, AuditEntry::who, AuditEntry::reason)
                .containsExactly(tuple("replayed", "ops", "the tag was missing"));
        assertThat(engine.provisioning().sights().get().get(0).dead()).isZero();
    }

    @BothDatabases
    void aReplayThatWouldUndoALaterRequestIsRefused(Database database) {
        Engine engine = Engine.on(database.store());
        long add = engine.command(Operation.ADD_ACCESS, "c1", "t1");
        engine.fail(engine.next(), Engine.refused());
        engine.command(Operation.REMOVE_ACCESS, "c1", "t1");
        engine.succeed(engine.next());
        long other = engine.command(Operation.ADD_ACCESS, "c1", "t2");
        engine.fail(engine.next(), Engine.refused());

        assertThatThrownBy(() -> engine.provisioning().acts().replay(add, OPS)).hasMessageContaining("came later");
        engine.provisioning().acts().replay(other, OPS);
        assertThat(engine.taken()).containsExactly(other);
    }

    @BothDatabases
    void whatIsDiscardedIsNotCarriedOutAndSaysWhy(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.command(Operation.UPDATE, "c1");
        RequestActs acts = engine.provisioning().acts();

        assertThatThrownBy(() -> acts.discard(id, new RequestActs.By("ops", " ")))
                .hasMessageContaining("say why");
        acts.discard(id, OPS);

        assertThat(engine.taken()).isEmpty();
        assertThat(engine.of(id).reason()).isEqualTo("the tag was missing");
        assertThatThrownBy(() -> acts.release(id, OPS)).hasMessageContaining("only one that is held");
        assertThatThrownBy(() -> acts.run(77, OPS)).hasMessageContaining("no request 77");
    }

    @BothDatabases
    void aDisableThatNeverGotThroughLeavesNoAccountThatCountsAsDisabled(Database database) {
        Engine engine = Engine.on(database.store());
        DisabledAccounts disabled = new DisabledAccounts(Clock.systemUTC());
        long rejected = engine.ask(Operation.DISABLE, "c1");
        long discarded = engine.ask(Operation.DISABLE, "c2");
        long done = engine.ask(Operation.DISABLE, "c3");
        database.store().inTransaction(handle -> {
            disabled.disabling(handle, "contacts", "c1", "archive", rejected);
            disabled.disabling(handle, "contacts", "c2", "archive", discarded);
            disabled.disabling(handle, "contacts", "c3", "archive", done);
            disabled.disabled(handle, "contacts", "c3");
            return null;
        });

        engine.fail(engine.next(), Engine.refused());
        engine.fail(engine.next(), Engine.passing());
        engine.provisioning().acts().discard(discarded, OPS);
        engine.fail(engine.next(), Engine.refused());

        Set<String> known = database.store()
                .read(handle -> disabled.among(handle, "contacts", List.of("c1", "c2", "c3"))
                        .keySet());
        assertThat(known).containsExactly("c3");
    }

    @BothDatabases
    void aForgottenPersonLeavesNoValuesBehind(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.ask(Operation.UPDATE, "c1", null, "{'user':{'name':'Ada Lovelace'}}");
        ProvisioningRequest running = engine.next();
        engine.sends(running);
        engine.fail(running, Engine.refused());
        long open = engine.command(Operation.ENABLE, "c1");
        long other = engine.ask(Operation.UPDATE, "c2", null, "{'user':{'name':'Bea'}}");

        database.store()
                .inTransaction(handle -> new ForgottenRequests().forget(handle, "contacts", "c1", "ada", Engine.BEGIN));

        assertThat(engine.of(id).bindings()).isEmpty();
        assertThat(engine.of(id).state()).isEqualTo(RequestState.REJECTED);
        assertThat(engine.provisioning().shelf().show(id).audit())
                .isNotEmpty()
                .extracting(AuditEntry::body)
                .containsOnlyNulls();
        assertThat(engine.state(open)).isEqualTo(RequestState.CANCELLED);
        assertThat(engine.of(other).bindings()).isNotEmpty();
        long kept = database.store()
                .read(handle -> handle.createQuery("select count(*) from dead_letters where payload is not null")
                        .mapTo(Long.class)
                        .one());
        assertThat(kept).isZero();
    }

    @BothDatabases
    void aForgottenPersonsNameStaysInNoColumn(Database database) {
        Engine engine = Engine.on(database.store());
        RequestDesk desk = engine.provisioning().desk();
        String bindings = "{'accountName':'Ada L'}";
        long id = desk.accept(Engine.asked("for-Ada L", Operation.UPDATE, "Ada L", null, RetryOwner.CALLER, bindings))
                .request()
                .id();
        long plain = desk.accept(Engine.asked("task-1", Operation.ENABLE, "Ada L", null, RetryOwner.CALLER, bindings))
                .request()
                .id();
        ProvisioningRequest running = engine.next();
        engine.provisioning()
                .callAudit()
                .sending(Call.write("PUT", "/people/Ada%20L", null).forRequest(id));
        engine.fail(running, Engine.refused());
        engine.provisioning().acts().discard(id, new RequestActs.By("ada l", "Ada L left"));

        database.store().inTransaction(handle -> new ForgottenRequests()
                .forget(handle, "contacts", "c1", "ada l", Engine.BEGIN));

        ProvisioningRequest forgotten = engine.of(id);
        assertThat(forgotten.asked().key()).isEqualTo("forgotten " + id);
        assertThat(forgotten.account()).isEqualTo("c1");
        assertThat(engine.of(plain).asked().key()).isEqualTo("task-1");
        assertThat(engine.provisioning().shelf().show(id).audit())
                .extracting(AuditEntry::who, AuditEntry::place, AuditEntry::reason)
                .containsExactly(tuple("eic", "forgotten", null), tuple("forgotten", null, "forgotten"));
        List<String> subjects = database.store().read(handle -> handle.createQuery("select subject from requests")
                .mapTo(String.class)
                .list());
        assertThat(subjects).containsOnly("c1");
    }

    @BothDatabases
    void whatEndedLongAgoIsRemovedAndItsAuditStaysLonger(Database database) {
        Engine engine = Engine.on(database.store());
        long id = engine.command(Operation.UPDATE, "c1");
        ProvisioningRequest running = engine.next();
        engine.sends(running);
        engine.succeed(running);
        engine.pass(Duration.ofDays(91));
        long open = engine.command(Operation.UPDATE, "c1");

        engine.remove();

        assertThatThrownBy(() -> engine.of(id)).hasMessageContaining("no request " + id);
        assertThat(engine.state(open)).isEqualTo(RequestState.WAITING);
        assertThat(audited(database)).isEqualTo(1);
        engine.pass(Duration.ofDays(320));
        engine.remove();
        assertThat(audited(database)).isZero();
    }

    private static long audited(Database database) {
        return database.store().read(handle -> handle.createQuery("select count(*) from audit")
                .mapTo(Long.class)
                .one());
    }
}
