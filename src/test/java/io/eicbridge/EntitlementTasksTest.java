package io.eicbridge;

import static io.eicbridge.journal.request.Operation.CREATE_ENTITLEMENT;
import static io.eicbridge.journal.request.Operation.DELETE_ENTITLEMENT;
import static io.eicbridge.journal.request.Operation.UPDATE_ENTITLEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.sandbox.SandboxSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of creating, renaming and deleting tags and companies. */
class EntitlementTasksTest {
    private static ContactBed bed;

    @BeforeAll
    static void start() {
        bed = ContactBed.start(SandboxSettings.defaults().withContacts(20).withCallsPerWindow(1_000_000), Map.of());
        bed.imported("full");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void forget() {
        bed.sandbox().effects().reset();
    }

    private static Effect task(Operation operation, String type, String entitlement, String more) {
        return bed.carry(bed.request(operation, null, type, entitlement, "{\"entitlementValue\":" + more + "}"));
    }

    @Test
    void createsATagOnceWhateverTheCaseOfItsLetters() {
        Effect made = task(CREATE_ENTITLEMENT, "Tag", "Brand \"new\"", "{}");
        Effect again = task(CREATE_ENTITLEMENT, "Tag", "brand \"NEW\"", "{}");

        assertThat(again.kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(again.accountId()).isEqualTo(made.accountId());
        assertThat(bed.intercom("/tags/" + made.accountId()).path("name").asText())
                .isEqualTo("Brand \"new\"");
        assertThat(bed.sandbox().effects().byKind()).containsOnly(Map.entry("tag_created", 1));
    }

    @Test
    void renamesAndDeletesATag() {
        String tag = bed.sandbox().controls().createTag("Old name");

        task(UPDATE_ENTITLEMENT, "Tag", tag, "{\"updatedentitlement_value\":\"New name\"}");
        Effect same = task(UPDATE_ENTITLEMENT, "Tag", tag, "{\"updatedentitlement_value\":\"New name\"}");
        assertThat(bed.intercom("/tags/" + tag).path("name").asText()).isEqualTo("New name");
        Effect gone = task(DELETE_ENTITLEMENT, "Tag", tag, "{}");
        Effect again = task(DELETE_ENTITLEMENT, "Tag", tag, "{}");

        assertThat(same.kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(gone.kind()).isEqualTo(Effect.Kind.DONE);
        assertThat(again.kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(bed.sandbox().effects().byKind())
                .containsOnly(Map.entry("tag_renamed", 1), Map.entry("tag_deleted", 1));
        assertThatThrownBy(() -> task(UPDATE_ENTITLEMENT, "Tag", tag, "{\"updatedentitlement_value\":\"Newer\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Intercom has no Tag " + tag);
    }

    @Test
    void createsRenamesAndDeletesACompany() {
        String more = "{\"customproperty1\":\"acme-1\"}";
        Effect made = task(CREATE_ENTITLEMENT, "Company", "Acme", more);
        Effect again = task(CREATE_ENTITLEMENT, "Company", "Acme", more);
        String id = made.accountId();

        assertThat(again.kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(again.accountId()).isEqualTo(id);
        assertThatThrownBy(() -> task(CREATE_ENTITLEMENT, "Company", "Other", more))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("another name, " + id);
        task(UPDATE_ENTITLEMENT, "Company", id, "{\"updatedentitlement_value\":\"Acme Ltd\"}");
        assertThat(bed.intercom("/companies/" + id).path("name").asText()).isEqualTo("Acme Ltd");
        task(DELETE_ENTITLEMENT, "Company", id, "{}");
        assertThat(task(DELETE_ENTITLEMENT, "Company", id, "{}").kind()).isEqualTo(Effect.Kind.ALREADY);
        assertThat(bed.sandbox().effects().byKind())
                .containsOnly(
                        Map.entry("company_created", 1),
                        Map.entry("company_updated", 1),
                        Map.entry("company_deleted", 1));
    }

    @Test
    void makesNothingThatIntercomAloneMakes() {
        assertThatThrownBy(() -> task(CREATE_ENTITLEMENT, "Subscription", "Letters", "{}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("A person does that");
        assertThatThrownBy(() -> task(DELETE_ENTITLEMENT, "Segment", "Active", "{}"))
                .isInstanceOf(Rejected.class);
    }
}
