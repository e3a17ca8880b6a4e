package io.eicbridge.connector;

import static io.eicbridge.connector.Calls.assertRefused;
import static io.eicbridge.connector.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.connector.Population.Imported;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final List<String> NONE = List.of();
    private final Catalogue catalogue = new Catalogue(List.of(
            Population.teammates(NONE, all("Team", "Role", "Seat")),
            Population.contacts(NONE, all("Tag", "Company", "Subscription", "Segment"))));
    private final Elsewhere elsewhere = new Elsewhere(catalogue);

    @ParameterizedTest
    @CsvSource({
        "teammates,teams,team_memberships,Team", "teammates,groups,group_memberships,Team",
        "teammates,roles,role_memberships,Role", "teammates,seats,seat_memberships,Seat",
        "contacts,tags,tag_memberships,Tag", "contacts,groups,group_memberships,Tag",
        "contacts,companies,company_memberships,Company", "contacts,roles,role_memberships,Company",
        "contacts,subscriptions,subscription_memberships,Subscription", "contacts,segments,segment_memberships,Segment"
    })
    void knowsEveryTypeUnderItsOwnNameAndTheContracts(String endpoint, String list, String memberships, String type) {
        String base = "/" + endpoint + "/api/v1/";

        assertThat(catalogue
                        .entitlements(call("POST", base + "entitlements/" + list, "", ""))
                        .name())
                .isEqualTo(type);
        assertThat(catalogue
                        .memberships(call("GET", base + "accounts/" + memberships, "", ""))
                        .name())
                .isEqualTo(type);
    }

    @Test
    void saysWhatExistsInsteadOfWhatDoesNot() {
        assertRefused(
                404,
                "there are: teammates, contacts",
                () -> catalogue.population(call("POST", "/users/api/v1/accounts", "", "")));
        assertRefused(
                404,
                "/contacts/api/v1/entitlements/tags, ",
                () -> catalogue.entitlements(call("POST", "/contacts/api/v1/entitlements/teams", "", "")));
        assertRefused(
                404,
                "/teammates/api/v1/accounts/team_memberships",
                () -> catalogue.memberships(call("GET", "/teammates/api/v1/accounts/17", "", "")));
        assertRefused(404, "/contacts/api/v1/status", () -> elsewhere.refuse(call("GET", "/contacts", "", "")));
        assertRefused(404, "there are: teammates", () -> elsewhere.refuse(call("GET", "/", "", "")));
    }

    @Test
    void saysWhichSettingSwitchesATypeOffInsteadOfGivingAnEmptyList() {
        Imported imported = new Imported(Map.of("Company", NONE, "Segment", NONE), Set.of("Company"));
        Catalogue poor = new Catalogue(List.of(Population.contacts(NONE, imported)));
        String base = "/contacts/api/v1/";

        assertRefused(
                404,
                "entitlements of type Tag are not imported: name the type in 'contacts.entitlements'",
                () -> poor.entitlements(call("POST", base + "entitlements/tags", "", "")));
        assertRefused(
                404,
                "'contacts.entitlements'",
                () -> poor.memberships(call("GET", base + "accounts/group_memberships", "", "")));
        assertRefused(
                404,
                "memberships of type Segment are not imported: name the type in 'contacts.memberships'",
                () -> poor.memberships(call("GET", base + "accounts/segment_memberships", "", "")));
        assertThat(poor.entitlements(call("POST", base + "entitlements/segments", "", ""))
                        .name())
                .isEqualTo("Segment");
    }

    @Test
    void offersOnlyWhatIsImported() {
        Imported imported = new Imported(Map.of("Company", NONE, "Segment", NONE), Set.of("Company"));

        assertThat(Population.contacts(NONE, imported).paths())
                .contains("entitlements/segments", "accounts/company_memberships")
                .doesNotContain("segment_memberships", "tags");
    }

    private static Imported all(String... types) {
        Map<String, List<String>> columns = Stream.of(types).collect(Collectors.toMap(type -> type, type -> NONE));
        return new Imported(columns, columns.keySet());
    }

    @ParameterizedTest
    @CsvSource({"users,no users", "updateUser/ada,no users", "changePassword,identity provider"})
    void saysWhyIntercomCannotDoIt(String path, String reason) {
        assertRefused(501, reason, () -> elsewhere.refuse(call("POST", "/contacts/api/v1/" + path, "", "")));
    }
}
