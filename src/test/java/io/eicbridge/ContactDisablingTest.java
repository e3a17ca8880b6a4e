package io.eicbridge;

import static io.eicbridge.journal.request.Operation.DISABLE;
import static io.eicbridge.journal.request.Operation.ENABLE;
import static io.eicbridge.journal.request.Operation.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of disabling, enabling and removing contacts, in Intercom and in the imports that follow. */
class ContactDisablingTest {
    private static final Set<String> TAKEN = new HashSet<>();
    private static ContactBed bed;

    @BeforeAll
    static void start() {
        bed = ContactBed.start(SandboxSettings.defaults().withContacts(60).withCallsPerWindow(1_000_000), Map.of());
        bed.imported("full");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void forget() {
        bed.sandbox().faults().clear();
        bed.sandbox().effects().reset();
    }

    /** An active contact that holds something, each test one of its own. */
    private static String holder() {
        TreeSet<String> active = bed.served().active();
        return bed.served().memberships().get("Tag").stream()
                .map(one -> one.split(" ")[0])
                .filter(active::contains)
                .filter(TAKEN::add)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> held(String id) {
        return bed.served().memberships().values().stream()
                .flatMap(TreeSet::stream)
                .filter(one -> one.startsWith(id))
                .toList();
    }

    private static String reason(String id) {
        return bed.store().read(handle -> handle.createQuery("select gone_reason from accounts where account_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    private static int reactivated(JsonNode report) {
        return report.path("accounts").path("reactivated").asInt();
    }

    @Test
    void aFullImportFindsAnArchivedContactDisabledAndNotGone() {
        String id = holder();
        List<String> held = held(id);

        Effect effect = bed.carry(DISABLE, id);
        JsonNode report = bed.imported("full");

        assertThat(effect.accountId()).isEqualTo(id);
        assertThat(bed.sandbox().effects().byKind()).containsOnly(Map.entry("contact_archived", 1));
        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(report.path("accounts").path("gone").asInt()).isZero();
        assertThat(report.path("memberships").path("gone").asInt()).isZero();
        assertThat(bed.served().active()).doesNotContain(id);
        assertThat(held(id)).isEqualTo(held).isNotEmpty();
        assertThat(reason(id)).startsWith("disabled by the bridge: archived, request ");
    }

    @Test
    void aTargetedAndAnIncrementalImportLeaveItDisabledWithAllThatItHolds() {
        String id = holder();
        List<String> held = held(id);
        bed.carry(DISABLE, id);

        JsonNode report = bed.read(id);
        JsonNode incremental = bed.imported("incremental");

        assertThat(report.path("accounts").path("gone").asInt()).isZero();
        assertThat(report.path("reason").asText()).contains(id + ": disabled by the bridge");
        assertThat(incremental.path("memberships").path("gone").asInt()).isZero();
        assertThat(bed.served().active()).doesNotContain(id);
        assertThat(held(id)).isEqualTo(held);
    }

    @Test
    void aLoginThatBringsItBackIsToldAsAReactivation() {
        String id = holder();
        List<String> held = held(id);
        bed.carry(DISABLE, id);
        bed.imported("full");
        bed.sandbox().controls().unarchive(id);

        JsonNode report = bed.imported("full");

        assertThat(reactivated(report)).isEqualTo(1);
        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(bed.served().active()).contains(id);
        assertThat(held(id)).isEqualTo(held);
        assertThat(reactivated(bed.imported("full"))).isZero();
        bed.sandbox().controls().archive(id);
        bed.imported("full");
        assertThat(reason(id)).isEqualTo("archived or deleted");
    }

    @Test
    void aLoginBeforeAnyImportIsAReactivationAsWell() {
        String id = holder();
        bed.carry(DISABLE, id);
        bed.sandbox().controls().unarchive(id);

        assertThat(reactivated(bed.read(id))).isEqualTo(1);
    }

    @Test
    void whatEicEnablesAgainIsNoReactivation() {
        String id = holder();
        bed.carry(DISABLE, id);
        bed.imported("full");

        Effect effect = bed.carry(ENABLE, id);
        JsonNode report = bed.imported("full");

        assertThat(effect.kind()).isEqualTo(Effect.Kind.DONE);
        assertThat(reactivated(report)).isZero();
        assertThat(bed.served().active()).contains(id);
        assertThat(bed.carry(ENABLE, id).kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(bed.sandbox().effects().byKind())
                .containsOnly(Map.entry("contact_archived", 1), Map.entry("contact_unarchived", 1));
    }

    @Test
    void disablesOnceWhateverIsLost() {
        String id = holder();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).by("POST").on("*/archive").times(1));

        bed.carry(DISABLE, id);
        Effect again = bed.carry(DISABLE, id);

        assertThat(again.kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(bed.sandbox().effects().byObject("contact_archived")).containsOnly(Map.entry(id, 1));
    }

    @Test
    void aRequestThatNeverReachedIntercomHidesNobody() {
        String id = holder();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.STATUS).withStatus(503).by("POST").on("*/archive"));
        assertThatThrownBy(() -> bed.carry(DISABLE, id)).isInstanceOf(Transient.class);
        bed.sandbox().faults().clear();
        bed.sandbox().controls().updateContact(id, Map.of("name", "Still there"));

        JsonNode report = bed.imported("full");

        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(bed.served().active()).contains(id);
        assertThat(bed.served().accounts().get(id).attributes()).contains("Still there");
    }

    @Test
    void refusesToUpdateADisabledContactAndToDisableOneThatIsNotThere() {
        String id = holder();
        bed.carry(DISABLE, id);
        String deleted = bed.sandbox().controls().createContact(Map.of("role", "user"));
        bed.sandbox().controls().delete(deleted);

        assertThatThrownBy(() -> bed.update(id, "{\"name\":\"New\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("disabled by the bridge")
                .hasMessageContaining("Enable it first");
        assertThatThrownBy(() -> bed.carry(DISABLE, deleted)).hasMessageContaining("is not in Intercom");
        assertThatThrownBy(() -> bed.carry(ENABLE, deleted)).hasMessageContaining("was deleted");
    }

    @Test
    void saysIntoWhichContactTheEnabledOneWasMerged() {
        String gone = bed.sandbox().controls().createContact(Map.of("role", "lead"));
        String into = holder();
        bed.sandbox().controls().merge(gone, into);

        assertThatThrownBy(() -> bed.carry(ENABLE, gone))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("merged into " + into);
    }

    @Test
    void createBringsADisabledContactBack() {
        String id = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "again"));
        bed.carry(DISABLE, id);

        Effect effect = bed.create("{\"username\":\"again\",\"name\":\"Again\"}");

        assertThat(effect.accountId()).isEqualTo(id);
        assertThat(reactivated(bed.imported("full"))).isZero();
        assertThat(bed.served().active()).contains(id);
    }

    @Test
    void aSearchThatLagsBringsNobodyBack() {
        try (ContactBed other = ContactBed.start(
                SandboxSettings.defaults()
                        .withContacts(20)
                        .withCallsPerWindow(1_000_000)
                        .withIndexLag(Duration.ofMinutes(5)),
                Map.of("contacts.list-below", "0"))) {
            other.imported("full");
            String id = other.served().active().first();
            other.carry(DISABLE, id);

            JsonNode first = other.imported("full");
            JsonNode second = other.imported("full");

            assertThat(List.of(
                            first.path("outcome").asText(),
                            second.path("outcome").asText()))
                    .containsOnly("complete");
            assertThat(reactivated(first) + reactivated(second)).isZero();
            assertThat(other.served().active()).doesNotContain(id);
            assertThat(first.path("accounts").path("disabled").asInt()).isEqualTo(1);
        }
    }

    @Test
    void removesNothingUnlessThatIsSwitchedOn() {
        String id = holder();

        assertThatThrownBy(() -> bed.carry(REMOVE, id))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("contacts.remove");
        assertThat(bed.sandbox().effects().byKind()).isEmpty();
    }

    @Test
    void removesForGoodWhereThatIsSwitchedOn() {
        try (ContactBed other = ContactBed.start(
                SandboxSettings.defaults().withContacts(20).withCallsPerWindow(1_000_000),
                Map.of("contacts.remove", "delete", "contacts.disable", "block"))) {
            other.imported("full");
            String id = other.served().active().first();
            other.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.DONE_DROPPED).by("DELETE").times(1));

            other.carry(DISABLE, id);
            assertThat(other.carry(ENABLE, id).kind()).as("only a person can").isEqualTo(Effect.Kind.QUEUED);
            other.carry(REMOVE, id);
            assertThat(other.carry(REMOVE, id).kind()).isEqualTo(Effect.Kind.ALREADY);
            JsonNode report = other.imported("full");

            assertThat(other.sandbox().effects().byKind())
                    .contains(
                            Map.entry("contact_blocked", 1),
                            Map.entry("contact_deleted", 1),
                            Map.entry("ticket_created", 1));
            assertThat(report.path("accounts").path("gone").asInt()).isEqualTo(1);
        }
    }

    @Test
    void marksAContactWhichImportsReadAsInactive() {
        try (ContactBed other = ContactBed.start(
                SandboxSettings.defaults().withContacts(20).withCallsPerWindow(1_000_000),
                Map.of("contacts.disable", "marker", "contacts.disable-marker", "eic_disabled"))) {
            other.imported("full");
            String id = other.served().active().first();
            assertThatThrownBy(() -> other.carry(DISABLE, id))
                    .hasMessageContaining("[eic_disabled]")
                    .hasMessageContaining("Create attribute");
            String marked = other.sandbox()
                    .controls()
                    .createContact(Map.of("role", "user", "custom_attributes.eic_disabled", true));
            other.sandbox().controls().delete(marked);

            other.carry(DISABLE, id);
            assertThat(other.carry(DISABLE, id).kind()).isEqualTo(Effect.Kind.ALREADY);
            JsonNode report = other.imported("full");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(other.served().active()).doesNotContain(id);
            assertThat(report.path("accounts").path("gone").asInt()).isZero();
            assertThat(report.path("accounts").path("changed").asInt()).isEqualTo(1);
            assertThat(other.imported("full").path("accounts").path("changed").asInt())
                    .isZero();

            other.carry(ENABLE, id);
            assertThat(reactivated(other.imported("full"))).isZero();
            assertThat(other.served().active()).contains(id);
        }
    }

    @Test
    void disabledContactsDoNotHoldAFullImport() {
        List<String> some =
                bed.served().active().stream().filter(TAKEN::add).limit(20).toList();
        some.forEach(id -> bed.carry(Operation.DISABLE, id));

        JsonNode report = bed.imported("full");

        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(report.path("accounts").path("gone").asInt()).isZero();
        assertThat(bed.served().active()).doesNotContainAnyElementsOf(some);
        some.forEach(id -> bed.carry(ENABLE, id));
        bed.imported("full");
    }
}
