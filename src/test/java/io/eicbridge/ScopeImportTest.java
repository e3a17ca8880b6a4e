package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.Endpoints;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScopeImportTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(300).withCallsPerWindow(1_000_000);

    @BothDatabases
    void aChangedFilterHoldsTheRunAndAfterItsApprovalOthersHaveLeftTheScope(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            bed.with("contacts.filter", "role=user").start();
            long run = bed.begin("contacts", false);
            JsonNode held = bed.ended(run);
            assertThat(held.path("state").asText()).isEqualTo("held");
            assertThat(held.path("reason").asText()).contains("scope changed").contains("role=user");
            TreeSet<String> users = with(bed, "role", "user");
            int leads = before.active().size() - users.size();
            assertThat(held.path("report").path("accounts").path("gone").asInt())
                    .isEqualTo(leads);
            assertThat(bed.served("contacts").active()).isEqualTo(before.active());

            assertThat(bed.approve(run).path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).isEqualTo(users);
            assertThat(reasons(bed)).containsOnly("left the scope");
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).isEqualTo(users);
        }
    }

    @Test
    void readsOnlyContactsWithATagAndAnAttribute() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("contacts.filter", "tag=\"In scope\", attribute.plan=pro-x")
                        .start()) {
            var controls = bed.sandbox().controls();
            String both = controls.createContact(Map.of("role", "user", "custom_attributes.plan", "pro-x"));
            String one = controls.createContact(Map.of("role", "user", "custom_attributes.plan", "pro-x"));
            controls.tag(both, controls.createTag("In scope"));
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).containsExactly(both).doesNotContain(one);
        }
    }

    @Test
    void valuesThatAreExcludedLaterLeaveTheScopeWithTheirMembershipsAndComeBack() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            String vip = before.values("Segment").entrySet().stream()
                    .filter(segment -> segment.getValue().equals("VIP"))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            String tag = before.held("Tag").first().split(" ")[1];
            String excluded = "Segment:VIP,Tag:" + before.values("Tag").get(tag);
            bed.with("contacts.entitlements-excluded", excluded).start();
            approveNext(bed);
            assertThat(bed.served("contacts").values("Segment")).doesNotContainKey(vip);
            assertThat(bed.served("contacts").values("Tag")).doesNotContainKey(tag);
            assertThat(bed.served("contacts").held("Segment")).noneMatch(held -> held.endsWith(vip));
            assertThat(bed.served("contacts").held("Tag"))
                    .noneMatch(held -> held.endsWith(tag))
                    .isNotEmpty();
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").held("Tag")).noneMatch(held -> held.endsWith(tag));

            bed.with("contacts.entitlements-excluded", "").start();
            SameAsIntercom.contacts(bed, approveNext(bed));
        }
    }

    @Test
    void membershipsThatAreSwitchedOffEnd() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("contacts.memberships", "Tag,Company,Segment,Subscription")
                        .start()) {
            bed.fullImport("contacts");
            Served before = bed.served("contacts");
            bed.with("contacts.memberships", "Tag,Company").start();
            approveNext(bed);
            assertThat(bed.served("contacts").held("Subscription")).isEmpty();
            assertThat(bed.served("contacts").held("Segment")).isEmpty();
            assertThat(bed.served("contacts").held("Tag")).isEqualTo(before.held("Tag"));
        }
    }

    @BothDatabases
    void anotherWorkspacesTokenIsRefusedBeforeTheFirstPage(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.store().inTransaction(handle -> {
                new Endpoints().bind(handle, "contacts", "another");
                return null;
            });
            bed.sandbox().traffic().reset();
            for (JsonNode report : List.of(bed.dryRun("contacts"), bed.fullImport("contacts"))) {
                assertThat(report.path("outcome").asText()).isEqualTo("failed");
                assertThat(report.path("reason").asText()).contains("another").contains("sbx1gov8");
            }
            assertThat(bed.sandbox().traffic().answers().keySet()).containsExactly("GET /me 200");
        }
    }

    private static JsonNode approveNext(TestBed bed) {
        long run = bed.begin("contacts", false);
        assertThat(bed.ended(run).path("state").asText()).isEqualTo("held");
        return bed.approve(run);
    }

    private static TreeSet<String> with(TestBed bed, String field, String value) {
        Truth truth = bed.truth("contacts");
        return truth.accounts().stream()
                .filter(id -> truth.account(id).path(field).asText().equals(value))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> reasons(TestBed bed) {
        return bed.store()
                .read(handle -> handle.createQuery("select distinct gone_reason from accounts where status = 0")
                        .mapTo(String.class)
                        .list());
    }
}
