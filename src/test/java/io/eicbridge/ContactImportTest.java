package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactImportTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(300).withCallsPerWindow(1_000_000);

    @BothDatabases
    void storesEveryContactAndMembershipReadByTheList(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            bed.sandbox().traffic().reset();
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("requests").asLong())
                    .isEqualTo(bed.sandbox().traffic().total());
            SameAsIntercom.contacts(bed, report);
        }
    }

    @ParameterizedTest
    @CsvSource({"2.16,Pacific/Auckland", "2.17,Pacific/Auckland", "2.16,America/Los_Angeles", "2.17,America/Los_Angeles"
    })
    void storesEveryContactAndMembershipReadBySlices(String version, String zone) {
        SandboxSettings many = SandboxSettings.defaults()
                .withContacts(3_200)
                .withCallsPerWindow(1_000_000)
                .withWorkspaceZone(ZoneId.of(zone));
        try (Database database = new FileDatabase();
                TestBed bed = sliced(many, database)
                        .with("intercom.api-version", version)
                        .start()) {
            JsonNode report = bed.fullImport("contacts");
            assertThat(bed.store().<Integer>read(handle -> handle.createQuery(
                                    "select count(*) from slices where phase = 'accounts'")
                            .mapTo(Integer.class)
                            .one()))
                    .isGreaterThan(2);
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void cutsADayOfManyContactsByRole() {
        try (Database database = new FileDatabase();
                TestBed bed = sliced(FEW.withContacts(10), database).start()) {
            bed.sandbox().controls().createContacts(4_000);
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
        }
    }

    @Test
    void completesListsOfWhichAContactCarriesTen() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            var controls = bed.sandbox().controls();
            String contact = bed.truth("contacts").accounts().first();
            IntStream.range(0, 14).forEach(nth -> controls.tag(contact, controls.createTag("many " + nth)));
            IntStream.range(0, 130)
                    .forEach(nth -> controls.attach(contact, controls.createCompany("c" + nth, "Many " + nth)));
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
        }
    }

    @BothDatabases
    void invertsSubscriptionsThatOneOptsOutOf(Database database) {
        try (TestBed bed = TestBed.of(FEW, database)
                .with("contacts.memberships", "Tag,Company,Segment,Subscription")
                .start()) {
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(bed.served("contacts").held("Subscription"))
                    .isEqualTo(bed.truth("contacts").held("Subscription"));
        }
    }

    @Test
    void followsWhatContactsHold() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            String contact = bed.truth("contacts").accounts().first();
            var controls = bed.sandbox().controls();
            bed.truth("contacts").held("Tag").stream()
                    .map(held -> held.split(" "))
                    .limit(20)
                    .forEach(held -> controls.untag(held[0], held[1]));
            controls.tag(contact, controls.createTag("fresh"));
            controls.overrideSegments(contact, Set.of());
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("memberships").path("created").asInt()).isEqualTo(1);
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void givesEachSharedAddressToOneContactAndAppendsTheIdForTheOthers() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW.withContacts(0), database).start()) {
            var controls = bed.sandbox().controls();
            String first = controls.createContact(Map.of("role", "lead", "email", "Same@Example.com"));
            bed.fullImport("contacts");
            String second = controls.createContact(Map.of("role", "lead", "email", "same@example.com"));
            String third = controls.createContact(
                    Map.of("role", "user", "external_id", "same@example.com", "email", "other@example.com"));
            String nameless = controls.createContact(Map.of("role", "lead", "email", ""));
            bed.fullImport("contacts");
            Served served = bed.served("contacts");
            assertThat(served.name(first)).isEqualTo("same@example.com");
            assertThat(served.name(second)).isEqualTo("same@example.com#" + second);
            assertThat(served.name(third)).isEqualTo("same@example.com#" + third);
            assertThat(served.name(nameless)).isEqualTo(nameless);
            controls.updateContact(first, Map.of("email", "new@example.com"));
            bed.fullImport("contacts");
            assertThat(bed.served("contacts").name(first)).isEqualTo("new@example.com");
            assertThat(bed.served("contacts").name(second)).isEqualTo("same@example.com#" + second);
        }
    }

    @Test
    void tellsCompaniesOfOneNameApart() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW.withCompanies(0), database).start()) {
            var controls = bed.sandbox().controls();
            String one = controls.createCompany("1", "Twins");
            String two = controls.createCompany("2", "Twins");
            String contact = bed.truth("contacts").accounts().first();
            controls.attach(contact, one);
            controls.attach(contact, two);
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(bed.served("contacts").values("Company"))
                    .containsOnlyKeys(one, two)
                    .containsValue("Twins")
                    .satisfies(values -> assertThat(values.values())
                            .anyMatch(value ->
                                    value.equals("Twins (" + one + ")") || value.equals("Twins (" + two + ")")));
        }
    }

    @Test
    void leavesOutExcludedValuesAndWhoHoldsThem() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(FEW, database)
                        .with("contacts.entitlements-excluded", "Tag:tmp-*,Segment:VIP")
                        .start()) {
            var controls = bed.sandbox().controls();
            String excluded = controls.createTag("tmp-1");
            String contact = bed.truth("contacts").accounts().first();
            controls.tag(contact, excluded);
            bed.fullImport("contacts");
            Served served = bed.served("contacts");
            assertThat(served.entitlements().get("Tag")).doesNotContainKey(excluded);
            assertThat(served.held("Tag"))
                    .doesNotContain(contact + " " + excluded)
                    .isNotEmpty();
            assertThat(served.values("Segment")).doesNotContainValue("VIP");
        }
    }

    private static TestBed sliced(SandboxSettings settings, Database database) {
        return TestBed.of(settings, database).with("contacts.list-below", "100").with("import.parallel", "4");
    }
}
