package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in connections/ as they are shipped, and the page that shows them. */
class ShippedMappingTest {
    /** Whatever Intercom documents for a contact; tags, companies and subscriptions become entitlements. */
    private static final List<String> CONTACT = List.of(
            "type",
            "id",
            "external_id",
            "workspace_id",
            "role",
            "email",
            "email_domain",
            "phone",
            "name",
            "owner_id",
            "has_hard_bounced",
            "marked_email_as_spam",
            "unsubscribed_from_emails",
            "created_at",
            "updated_at",
            "signed_up_at",
            "last_seen_at",
            "last_replied_at",
            "last_contacted_at",
            "last_email_opened_at",
            "last_email_clicked_at",
            "language_override",
            "browser",
            "browser_version",
            "browser_language",
            "os",
            "android_app_name",
            "android_app_version",
            "android_device",
            "android_os_version",
            "android_sdk_version",
            "android_last_seen_at",
            "ios_app_name",
            "ios_app_version",
            "ios_device",
            "ios_os_version",
            "ios_sdk_version",
            "ios_last_seen_at",
            "avatar.image_url",
            "location.country",
            "location.region",
            "location.city",
            "location.country_code",
            "location.continent_code",
            "social_profiles.data",
            "merge_history",
            "notes.total_count",
            "utm_campaign",
            "utm_content",
            "utm_medium",
            "utm_source",
            "utm_term",
            "referrer",
            "enabled_push_messaging");

    /** Whatever Intercom documents for an admin, and what the bridge adds from the token's own workspace. */
    private static final List<String> ADMIN = List.of(
            "type",
            "id",
            "name",
            "email",
            "email_verified",
            "job_title",
            "away_mode_enabled",
            "away_mode_reassign",
            "away_status_reason_id",
            "has_inbox_seat",
            "team_ids",
            "avatar",
            "team_priority_level.primary_team_ids",
            "team_priority_level.secondary_team_ids",
            "role.id",
            "role.name",
            "last_login_at",
            "app.id_code",
            "app.region");

    @Test
    void mapsEveryAttributeOfAContact() {
        assertThat(attributes("contacts")).containsAll(CONTACT);
    }

    @Test
    void mapsTheCustomAttributesOfTheDemo() {
        assertThat(attributes("contacts"))
                .contains("custom_attributes.plan", "custom_attributes.mrr", "custom_attributes.signup_source");
    }

    @Test
    void mapsEveryAttributeOfAnAdmin() {
        assertThat(attributes("teammates")).containsAll(ADMIN);
    }

    @Test
    void hasTheEntitlementTypesOfBothEndpoints() {
        assertThat(read("contacts").entitlementTypes()).containsExactly("Tag", "Company", "Subscription", "Segment");
        assertThat(read("teammates").entitlementTypes()).containsExactly("Team", "Role", "Seat");
    }

    @Test
    void countsWhatChangesByMereUseAsVolatile() {
        Set<String> lasting = new TreeSet<>();
        read("contacts").accounts().columns().stream()
                .filter(column -> !column.isVolatile())
                .forEach(column -> lasting.add(column.attribute()));

        assertThat(lasting).contains("email", "external_id", "owner_id", "created_at", "signed_up_at");
        assertThat(lasting)
                .noneMatch(attribute -> attribute.startsWith("last_")
                        || attribute.startsWith("browser")
                        || attribute.startsWith("android_")
                        || attribute.startsWith("ios_")
                        || attribute.equals("os")
                        || attribute.equals("updated_at"));
    }

    @Test
    void agreesOnTheTextsOfTheStatus() {
        assertThat(read("contacts").status()).isEqualTo(new StatusRule("CUSTOMPROPERTY11", "Enabled", "Disabled"));
        assertThat(read("teammates").status()).isEqualTo(new StatusRule("CUSTOMPROPERTY11", "Enabled", "Disabled"));
    }

    @Test
    void holdsRunsThatRemoveTooManyAccountsEntitlementsOrMemberships() {
        Stream.of("contacts", "teammates")
                .map(ShippedMappingTest::read)
                .map(ImportParameters::thresholds)
                .forEach(limits -> {
                    assertThat(limits.accountRemovals().absolute()).isPositive();
                    assertThat(limits.accountRemovals().percent()).isPositive();
                    assertThat(limits.entitlementRemovals().values()).allMatch(limit -> limit.absolute() != null);
                    assertThat(limits.membershipRemovals().values()).allMatch(limit -> limit.percent() != null);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "contacts,accounts",
        "contacts,Tag",
        "contacts,Company",
        "contacts,Subscription",
        "contacts,Segment",
        "teammates,accounts",
        "teammates,Team",
        "teammates,Role",
        "teammates,Seat"
    })
    void isShownAsItIsOnThePageAboutMapping(String endpoint, String kind) throws Exception {
        ImportParameters parameters = read(endpoint);
        RowMapping mapping = kind.equals("accounts")
                ? parameters.accounts()
                : parameters.entitlements(kind).orElseThrow();

        assertThat(Files.readString(Path.of("docs/mapping.md")))
                .contains("\n\n" + new MappingTable(mapping).markdown());
    }

    /** The attributes that a mapping reads, those in expressions without their {@code response.}. */
    private static Set<String> attributes(String endpoint) {
        Set<String> attributes = new TreeSet<>();
        read(endpoint).accounts().columns().forEach(column -> {
            for (String name : column.attribute().split("[^a-z_.0-9]+")) {
                attributes.add(name.replaceFirst("^response\\.", ""));
            }
        });
        return attributes;
    }

    private static ImportParameters read(String endpoint) {
        return ImportParameters.read(Path.of("connections", endpoint, "ImportAccountEntJSON.json"));
    }
}
