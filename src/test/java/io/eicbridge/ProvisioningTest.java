package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.AuditEntry;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.provisioning.RequestDetails;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the desk through the routes to Intercom and back, by the calls of the connection parameters. */
class ProvisioningTest {
    private static final AtomicInteger KEYS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static TestBed bed;
    private static String tag;

    @BeforeAll
    static void start() {
        bed = TestBed.of(SandboxSettings.defaults().withContacts(20), folder)
                .with("provisioning.foreign-packages", "contacts")
                .with("intercom.redeliveries", "2")
                .start();
        tag = bed.sandbox().controls().createTag("Key account");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void whatIsAskedIsDoneOnceAuditedAndReadAgainByAnImport() {
        String contact = contact();

        ProvisioningRequest done = ask(addTag(key(), contact));

        assertThat(done.state()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.sandbox().effects().byObject("tag_attached")).containsEntry(contact + "/" + tag, 1);
        RequestDetails details = provisioning().shelf().show(done.id());
        assertThat(details.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("succeeded");
            assertThat(attempt.calls()).isEqualTo(1);
            assertThat(attempt.intercomRequestId()).isNotBlank();
        });
        assertThat(details.audit())
                .extracting(AuditEntry::event, AuditEntry::method, AuditEntry::place, AuditEntry::status)
                .containsExactly(
                        tuple("sent", "POST", "/contacts/" + contact + "/tags", null),
                        tuple("answered", "POST", "/contacts/" + contact + "/tags", 200));
        assertThat(hints(contact)).isEqualTo(1);
    }

    @Test
    void theAuditMasksWhatTellsWhoSomebodyIs() {
        String contact = contact();

        ProvisioningRequest done = ask(request(
                key(), Operation.UPDATE, contact, null, RetryOwner.CALLER, "{'user':{'name':'Ada \\u2615 Lovelace'}}"));

        assertThat(done.state()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(provisioning().shelf().show(done.id()).audit())
                .extracting(AuditEntry::body)
                .allSatisfy(body -> assertThat(body).doesNotContain("Lovelace").contains("\"name\":\"***\""));
    }

    @Test
    void aHiccupIsRepeatedWithinTheAttemptWhereThatIsSafe() {
        String contact = contact();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.STATUS).on("/contacts/" + contact).times(1));

        ProvisioningRequest done =
                ask(request(key(), Operation.UPDATE, contact, null, RetryOwner.CALLER, "{'user':{'name':'B'}}"));

        assertThat(done.state()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(provisioning().shelf().show(done.id()).attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.calls()).isEqualTo(2));
    }

    @Test
    void aCallOfAForeignPackageWhoseAnswerWasLostIsNotSentAgainUnasked() {
        String contact = contact();
        NewRequest asked = addTag(key(), contact);
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED)
                        .on("/contacts/" + contact + "/tags")
                        .times(1));

        assertThat(ask(asked).waitsForCaller()).isTrue();
        assertThat(ask(asked)).satisfies(told -> {
            assertThat(told.state()).isEqualTo(RequestState.REJECTED);
            assertThat(told.reason()).contains("not known whether the call \"Tag\" was carried out");
        });
        assertThat(ask(asked).state()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.sandbox().effects().byObject("tag_attached")).containsEntry(contact + "/" + tag, 1);
    }

    @Test
    void whatIntercomRefusesIsADeadLetterWithTheReason() {
        ProvisioningRequest rejected = ask(addTag(key(), "nobody"));

        assertThat(rejected.state()).isEqualTo(RequestState.REJECTED);
        assertThat(rejected.reason()).contains("The call \"Tag\" failed: Intercom answered 404");
        assertThat(((LettersDesk) bed.bridge().wiring().beans().get("lettersDesk"))
                        .list("endpoint=contacts")
                        .toString())
                .contains("\"subject\":\"" + rejected.id() + "\"");
    }

    @Test
    void aMissingPermissionPausesItsKindAndTurnsHealthRed() {
        String contact = contact();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.STATUS)
                        .withStatus(403)
                        .on("/contacts/" + contact)
                        .times(1));
        NewRequest update = request(key(), Operation.UPDATE, contact, null, RetryOwner.CALLER, "{'user':{'name':'C'}}");

        assertThat(ask(update).waitsForCaller()).isTrue();
        assertThat(provisioning().shelf().paused())
                .extracting(Pause::capability, Pause::kind)
                .containsExactly(tuple("contact-write", "contacts/update"));
        assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health().getMessage())
                .hasValueSatisfying(words -> assertThat(words).contains("contact-write"));
        assertThat(ask(addTag(key(), contact())).state()).isEqualTo(RequestState.SUCCEEDED);
        bed.store().inTransaction(handle -> handle.execute("delete from pauses"));
    }

    @Test
    void manyAccountsAreWorkedOnAtTheSameTime() {
        List<String> contacts = bed.sandbox().controls().createContacts(40);
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.SLOW).on("/contacts/*/tags").times(40).withDelay(Duration.ofMillis(100)));
        List<Long> ids = contacts.stream()
                .map(contact -> provisioning()
                        .desk()
                        .accept(addTag(key(), contact))
                        .request()
                        .id())
                .toList();

        Stream<ProvisioningRequest> ended =
                ids.stream().map(id -> provisioning().desk().await(id, Duration.ofSeconds(20)));

        assertThat(ended).allMatch(request -> request.state() == RequestState.SUCCEEDED);
        assertThat(bed.sandbox().traffic().mostAtOnce()).isGreaterThan(4);
        Map<String, Integer> attached = bed.sandbox().effects().byObject("tag_attached");
        assertThat(contacts).allSatisfy(contact -> assertThat(attached).containsEntry(contact + "/" + tag, 1));
    }

    private static HealthCheck.Result health() {
        HealthCheck check = (HealthCheck) bed.bridge().wiring().beans().get("pausesHealth");
        return check.call(Map.of());
    }

    private static long hints(String contact) {
        return bed.store().read(handle -> handle.createQuery(
                        "select count(*) from hints where object = 'account' and object_id = :id")
                .bind("id", contact)
                .mapTo(Long.class)
                .one());
    }

    private static Provisioning provisioning() {
        return bed.bridge().wiring().provisioning();
    }

    private static ProvisioningRequest ask(NewRequest asked) {
        long id = provisioning().desk().accept(asked).request().id();
        return provisioning().desk().await(id, Duration.ofSeconds(20));
    }

    private static NewRequest addTag(String key, String contact) {
        return request(key, Operation.ADD_ACCESS, contact, tag, RetryOwner.CALLER, "{}");
    }

    private static NewRequest request(
            String key, Operation operation, String account, String entitlement, RetryOwner owner, String bindings) {
        return new NewRequest(
                "contacts",
                "eic",
                key,
                operation,
                account,
                entitlement == null ? null : "Tag",
                entitlement,
                owner,
                json(bindings));
    }

    private static ObjectNode json(String text) {
        try {
            return new ObjectMapper().readValue(text.replace('\'', '"'), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String key() {
        return "task-" + KEYS.incrementAndGet();
    }

    private static String contact() {
        return bed.sandbox().controls().createContacts(1).get(0);
    }
}
