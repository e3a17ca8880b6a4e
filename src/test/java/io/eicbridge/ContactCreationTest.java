package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.directory.DisabledAccount;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of creates and updates of contacts in Intercom, however it answers. */
class ContactCreationTest {
    private static ContactBed bed;

    @BeforeAll
    static void start() {
        bed = ContactBed.start(SandboxSettings.defaults().withContacts(40).withCallsPerWindow(1_000_000), Map.of());
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @AfterEach
    void forget() {
        bed.sandbox().faults().clear();
        bed.sandbox().effects().reset();
        bed.sandbox().traffic().reset();
    }

    @Test
    void createsAContactThatNobodyHas() {
        Effect effect = bed.create(
                "{\"username\":\"jo1\",\"email\":\"jo1@example.net\",\"firstname\":\"Jo\",\"lastname\":\"One\"}");

        JsonNode contact = bed.intercom("/contacts/" + effect.accountId());
        assertThat(effect.kind()).isEqualTo(Effect.Kind.DONE);
        assertThat(contact.path("external_id").asText()).isEqualTo("jo1");
        assertThat(contact.path("name").asText()).isEqualTo("Jo One");
        assertThat(contact.path("role").asText()).isEqualTo("user");
    }

    @Test
    void takesOverTheContactWithTheSameExternalIdAndSendsOnlyWhatDiffers() {
        String known = bed.sandbox()
                .controls()
                .createContact(Map.of("role", "user", "external_id", "jo2", "email", "jo2@example.net", "name", "Jo"));

        Effect effect = bed.create("{\"username\":\"jo2\",\"email\":\"jo2@example.net\",\"name\":\"Jo Two\"}");
        Effect again = bed.create("{\"username\":\"jo2\",\"email\":\"jo2@example.net\",\"name\":\"Jo Two\"}");

        assertThat(effect.accountId()).isEqualTo(known);
        assertThat(again).extracting(Effect::kind, Effect::accountId).containsExactly(Effect.Kind.ALREADY, known);
        assertThat(bed.sandbox().effects().byKind())
                .containsEntry("contact_updated", 1)
                .doesNotContainKey("contact_created");
        assertThat(bed.intercom("/contacts/" + known).path("name").asText()).isEqualTo("Jo Two");
    }

    @Test
    void takesOverTheContactWithTheSameAddressThatHasNoExternalId() {
        String known = bed.sandbox().controls().createContact(Map.of("role", "user", "email", "jo3@example.net"));

        Effect effect = bed.create("{\"username\":\"jo3\",\"email\":\"JO3@example.net\"}");

        assertThat(effect.accountId()).isEqualTo(known);
        assertThat(bed.intercom("/contacts/" + known).path("external_id").asText())
                .isEqualTo("jo3");
    }

    @Test
    void makesAUserOfTheOnlyLeadWithTheAddress() {
        String lead = bed.sandbox().controls().createContact(Map.of("role", "lead", "email", "jo4@example.net"));

        Effect effect = bed.create("{\"username\":\"jo4\",\"email\":\"jo4@example.net\"}");

        assertThat(effect.accountId()).isEqualTo(lead);
        assertThat(bed.intercom("/contacts/" + lead).path("role").asText()).isEqualTo("user");
    }

    @Test
    void refusesAnAddressThatIsSomebodyElses() {
        String other = bed.sandbox()
                .controls()
                .createContact(Map.of("role", "user", "external_id", "another", "email", "jo5@example.net"));

        assertThatThrownBy(() -> bed.create("{\"username\":\"jo5\",\"email\":\"jo5@example.net\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(other)
                .hasMessageContaining("another external_id")
                .hasMessageNotContaining("@");
        assertThat(bed.sandbox().effects().byKind()).isEmpty();
    }

    @Test
    void bringsAnArchivedContactBackAndUpdatesIt() {
        String known = bed.sandbox()
                .controls()
                .createContact(Map.of("role", "user", "external_id", "jo6", "email", "jo6@example.net"));
        bed.sandbox().controls().archive(known);

        Effect effect = bed.create("{\"username\":\"jo6\",\"email\":\"jo6@example.net\",\"name\":\"Back\"}");

        assertThat(effect.accountId()).isEqualTo(known);
        assertThat(bed.intercom("/contacts/" + known).path("name").asText()).isEqualTo("Back");
        assertThat(bed.sandbox().effects().byKind())
                .containsEntry("contact_unarchived", 1)
                .containsEntry("contact_updated", 1);
    }

    @Test
    void archivesAgainWhatItBroughtBackOfSomebodyElse() {
        String other = bed.sandbox()
                .controls()
                .createContact(Map.of("role", "user", "external_id", "elsewhere", "email", "jo7@example.net"));
        bed.sandbox().controls().archive(other);

        assertThatThrownBy(() -> bed.create("{\"username\":\"jo7\",\"email\":\"jo7@example.net\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(other);
        assertThat(bed.intercom("/contacts/" + other)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("not_found");
    }

    @Test
    void archivesItAgainAlsoWhenItWasInterruptedInBetween() {
        String other = bed.sandbox()
                .controls()
                .createContact(Map.of("role", "user", "external_id", "elsewhere2", "email", "jo9@example.net"));
        bed.sandbox().controls().archive(other);
        ProvisioningRequest request = bed.request(
                Operation.CREATE, null, null, null, "{\"user\":{\"username\":\"jo9\",\"email\":\"jo9@example.net\"}}");
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.STATUS).withStatus(503).by("GET").on("/contacts/" + other));
        assertThatThrownBy(() -> bed.carry(request)).isInstanceOf(Transient.class);
        bed.sandbox().faults().clear();

        assertThatThrownBy(() -> bed.carry(request)).isInstanceOf(Rejected.class);

        assertThat(bed.sandbox().effects().of("contact_unarchived")).isEqualTo(1);
        assertThat(bed.sandbox().effects().of("contact_archived")).isEqualTo(1);
    }

    @Test
    void archivesASecondOneAgainTooAndKeepsWhatTheBridgeHadDisabledDisabled() {
        ProvisioningRequest request = bed.request(
                Operation.CREATE,
                null,
                null,
                null,
                "{\"user\":{\"username\":\"twice\",\"email\":\"twice@example.net\"}}");
        for (String holder : List.of("first", "second")) {
            String other = bed.sandbox()
                    .controls()
                    .createContact(Map.of("role", "user", "external_id", holder, "email", "twice@example.net"));
            bed.carry(Operation.DISABLE, other);

            assertThatThrownBy(() -> bed.carry(request)).hasMessageContaining(other);

            assertThat(bed.intercom("/contacts/" + other).path("errors")).isNotEmpty();
            Optional<DisabledAccount> known =
                    bed.store().read(handle -> new DisabledAccounts(Clock.systemUTC()).find(handle, "contacts", other));
            assertThat(known).map(DisabledAccount::state).contains(DisabledAccount.State.DISABLED);
            bed.sandbox().controls().delete(other);
        }
    }

    @Test
    void saysThatABlockedContactHasThisIdentity() {
        String blocked = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "jo8"));
        bed.sandbox().controls().block(blocked);

        assertThatThrownBy(() -> bed.create("{\"username\":\"jo8\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("not_restorable")
                .hasMessageContaining("only a person can take back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE_DROPPED", "DONE_STATUS"})
    void createsOnceWhenTheAnswerIsLostAfterItWasDone(String kind) {
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.valueOf(kind))
                        .by("POST")
                        .on("/contacts")
                        .times(1));

        Effect effect = bed.create("{\"username\":\"lost" + kind + "\",\"email\":\"" + kind + "@example.net\"}");

        assertThat(bed.sandbox().effects().byObject("contact_created"))
                .containsExactly(Map.entry(effect.accountId(), 1));
    }

    @Test
    void looksForALeadBeforeItIsCreatedAgain() {
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).by("POST").on("/contacts").times(1));
        ProvisioningRequest request = bed.request(
                Operation.CREATE, null, null, null, "{\"user\":{\"role\":\"lead\",\"email\":\"lead@example.net\"}}");

        assertThatThrownBy(() -> bed.carry(request)).isInstanceOf(Transient.class);
        Effect effect = bed.carry(request);

        assertThat(bed.sandbox().effects().byObject("contact_created"))
                .containsExactly(Map.entry(effect.accountId(), 1));
    }

    @Test
    void createsNoSecondLeadWhereTwoAnswersInARowAreLost() {
        ProvisioningRequest request = bed.request(
                Operation.CREATE, null, null, null, "{\"user\":{\"role\":\"lead\",\"email\":\"lead2@example.net\"}}");
        loseTheNextCreate();
        assertThatThrownBy(() -> bed.carry(request)).hasMessageContaining("may or may not have been carried out");
        letAllStepsBeOld();
        loseTheNextCreate();
        assertThatThrownBy(() -> bed.carry(request)).hasMessageContaining("may or may not have been carried out");

        assertThatThrownBy(() -> bed.carry(request)).hasMessageContaining("The lead may have been created before");
    }

    private static void loseTheNextCreate() {
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DROPPED).by("POST").on("/contacts").times(1));
    }

    private static void letAllStepsBeOld() {
        bed.store()
                .inTransaction(handle -> handle.execute(
                        "update request_steps set begun_at = ?", Instant.EPOCH.atOffset(ZoneOffset.UTC)));
    }

    @Test
    void waitsForNoLeadThatIntercomRefused() {
        ProvisioningRequest request = bed.request(
                Operation.CREATE,
                null,
                null,
                null,
                "{\"user\":{\"role\":\"lead\",\"email\":\"lead3@example.net\",\"custom_attributes\":{\"shoe size\":44}}}");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> bed.carry(request)).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void refusesAContactThatCouldNotBeFoundAgain() {
        assertThatThrownBy(() -> bed.create("{\"name\":\"Nobody\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("e-mail address or an external_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jo \"the\" 'Quote'", "line\nbreak", "Zoë 🦄", "${user.email}", "\\ back } slash"})
    void keepsEveryCharacterOfAName(String name) {
        String user = JsonNodeFactory.instance
                .objectNode()
                .put("username", "name" + name.hashCode())
                .put("name", name)
                .toString();

        Effect effect = bed.create(user);

        assertThat(bed.intercom("/contacts/" + effect.accountId()).path("name").asText())
                .isEqualTo(name);
    }

    @Test
    void keepsALongName() {
        String name = "x".repeat(10_000);

        Effect effect = bed.create("{\"username\":\"long\",\"name\":\"" + name + "\"}");

        assertThat(bed.intercom("/contacts/" + effect.accountId()).path("name").asText())
                .isEqualTo(name);
    }

    @Test
    void updatesOnceWhenTheAnswerIsLostAfterItWasDone() {
        String id = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "up3"));
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_STATUS)
                        .by("PUT")
                        .on("/contacts/" + id)
                        .times(1));

        bed.update(id, "{\"name\":\"Once\"}");

        assertThat(bed.sandbox().effects().of("contact_updated")).isEqualTo(1);
    }

    @Test
    void refusesAnAccountThatNobodyKnows() {
        assertThatThrownBy(() -> bed.update("nobody knows me", "{}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("no account has the id or name");
    }

    @Test
    void givesAContactAnOwnerByTheTeammatesAddress() {
        JsonNode admin = bed.intercom("/admins").path("admins").path(1);
        String user =
                "{\"username\":\"owned\",\"owner_id\":\"" + admin.path("email").asText() + "\"}";

        Effect effect = bed.create(user);

        assertThat(bed.intercom("/contacts/" + effect.accountId())
                        .path("owner_id")
                        .asText())
                .isEqualTo(admin.path("id").asText());
        assertThat(bed.create(user).kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThatThrownBy(() -> bed.create("{\"username\":\"unowned\",\"owner_id\":\"nobody@example.net\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("no teammate");
        assertThatThrownBy(() -> bed.create("{\"username\":\"unowned\",\"owner_id\":\"999999\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("not a member of the workspace");
    }

    @Test
    void namesTheCustomAttributeThatDoesNotExist() {
        String user = "{\"username\":\"custom\",\"custom_attributes\":{\"plan\":\"pro\",\"shoe size\":44}}";

        assertThatThrownBy(() -> bed.create(user))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("[shoe size]")
                .hasMessageContaining("Create attribute");
        Effect effect = bed.create("{\"username\":\"custom\",\"custom_attributes\":{\"plan\":\"pro\"}}");
        assertThat(bed.intercom("/contacts/" + effect.accountId())
                        .path("custom_attributes")
                        .path("plan")
                        .asText())
                .isEqualTo("pro");
    }

    @Test
    void updatesOnlyWhatDiffersFromIntercom() {
        String id = bed.sandbox()
                .controls()
                .createContact(
                        Map.of("role", "user", "external_id", "up1", "name", "Old", "custom_attributes.plan", "free"));

        Effect effect =
                bed.update(id, "{\"external_id\":\"up1\",\"name\":\"New\",\"custom_attributes\":{\"plan\":\"free\"}}");
        Effect again = bed.update(id, "{\"external_id\":\"up1\",\"name\":\"New\"}");

        assertThat(effect.kind()).isEqualTo(Effect.Kind.DONE);
        assertThat(again.kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(bed.sandbox().effects().byKind()).containsOnly(Map.entry("contact_updated", 1));
    }

    @Test
    void saysIntoWhichContactTheUpdatedOneWasMerged() {
        String gone = bed.sandbox().controls().createContact(Map.of("role", "lead"));
        String into = bed.sandbox().controls().createContact(Map.of("role", "user"));
        bed.sandbox().controls().merge(gone, into);

        assertThatThrownBy(() -> bed.update(gone, "{\"name\":\"New\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("merged into " + into);
    }

    @Test
    void refusesToMakeALeadOfAUserAndAnAddressThatIsTaken() {
        String id = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "up2"));
        bed.sandbox().controls().createContact(Map.of("role", "user", "email", "taken@example.net"));

        assertThatThrownBy(() -> bed.update(id, "{\"role\":\"lead\"}"))
                .hasMessageContaining("never makes a lead of a user");
        assertThatThrownBy(() -> bed.update(id, "{\"email\":\"taken@example.net\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("another contact has this e-mail address");
    }
}
