package io.eicbridge.connector;

import static io.eicbridge.connector.ImportedRun.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsApiTest {
    private static final String ACCOUNTS = "/contacts/api/v1/accounts";
    private static final String TAGS = "/contacts/api/v1/entitlements/tags";
    private static final String TAG_MEMBERSHIPS = "/contacts/api/v1/accounts/tag_memberships";

    private static final TestClock CLOCK = new TestClock();
    private static Database database;
    private static ApiServer api;

    @BeforeAll
    static void importsTwentyFiveContacts() throws Exception {
        database = new FileDatabase();
        new ImportedRun(database.store(), CLOCK)
                .contacts(1, 25)
                .tags(5)
                .gone("c2", "c3", "c4")
                .publish();
        api = new ApiServer(database.store(), CLOCK);
    }

    @AfterAll
    static void stops() {
        api.close();
        database.close();
    }

    @BothDatabases
    void givesEverythingExactlyOnceByLinkAndByOffset(Database both) throws Exception {
        new ImportedRun(both.store(), CLOCK).contacts(1, 25).tags(5).publish();
        try (ApiServer server = new ApiServer(both.store(), CLOCK)) {
            assertThat(server.follow("POST", ACCOUNTS + "?pagesize=7", "", "ACCOUNTID"))
                    .isEqualTo(ids(1, 25));
            assertThat(byOffset(server, ACCOUNTS, "ACCOUNTID", 7)).isEqualTo(ids(1, 25));
            assertThat(server.follow("POST", TAGS + "?pagesize=2", "{}", "entitlementID"))
                    .isEqualTo(byOffset(server, TAGS, "entitlementID", 2))
                    .containsExactlyInAnyOrder("t1", "t2", "t3", "t4", "t5");
            assertThat(server.follow("GET", TAG_MEMBERSHIPS + "?pagesize=10", "", "accountID"))
                    .isEqualTo(byOffset(server, TAG_MEMBERSHIPS, "accountID", 9))
                    .hasSize(25 + 12 + 8 + 6 + 5);
        }
    }

    private static List<String> byOffset(ApiServer server, String path, String column, int pageSize) throws Exception {
        String list = path.replaceAll(".*/", "");
        List<String> values = new ArrayList<>();
        JsonNode page;
        do {
            page = server.json("POST", path + "?offset=" + values.size() + "&pagesize=" + pageSize, "");
            page.path(list).forEach(row -> values.add(row.path(column).asText()));
        } while (values.size() < page.path("totalCount").intValue());
        return values;
    }

    @Test
    void givesEverythingAtOnceWithoutAPageSize() throws Exception {
        JsonNode page = api.json("POST", ACCOUNTS, "");

        assertThat(page.path("accounts")).hasSize(25);
        assertThat(page.path("totalcount").intValue()).isEqualTo(25);
        assertThat(page.path("totalCount").intValue()).isEqualTo(25);
        assertThat(page.has("nextUrl")).isFalse();
        assertThat(api.json("GET", TAG_MEMBERSHIPS, "").path("tag_memberships")).hasSize(56);
    }

    @Test
    void givesEveryMappedColumnAndAnEmptyTextWhereThereIsNoValue() throws Exception {
        JsonNode gone = api.json("POST", ACCOUNTS, "").path("accounts").get(2);

        assertThat(gone)
                .hasToString("{\"ACCOUNTID\":\"c3\",\"NAME\":\"person3@example.net\",\"STATUS\":0,"
                        + "\"CUSTOMPROPERTY11\":\"Disabled\",\"DISPLAYNAME\":\"\","
                        + "\"CUSTOMPROPERTY1\":\"Ünïcode \\\"3\\\"\",\"CUSTOMPROPERTY30\":\"\"}");
        assertThat(api.json("POST", TAGS, "").path("tags").get(0))
                .hasToString(
                        "{\"entitlementID\":\"t1\",\"entitlement_value\":\"Tag 1\",\"entitlementTypeName\":\"Tag\","
                                + "\"status\":\"1\",\"displayname\":\"\",\"customproperty1\":\"no. 1\"}");
    }

    @Test
    void keepsTheStateOfItsFirstPageWhileANewRunIsPublished() throws Exception {
        try (Database own = new FileDatabase()) {
            new ImportedRun(own.store(), CLOCK).contacts(1, 6).tags(2).publish();
            try (ApiServer server = new ApiServer(own.store(), CLOCK)) {
                JsonNode accounts = server.json("POST", ACCOUNTS + "?pagesize=4", "");
                JsonNode memberships = server.json("GET", TAG_MEMBERSHIPS + "?pagesize=4", "");

                new ImportedRun(own.store(), CLOCK).contacts(1, 9).tags(3).publish();

                assertThat(server.json("POST", accounts.path("nextUrl").textValue(), "")
                                .path("accounts"))
                        .hasSize(2);
                assertThat(server.follow("GET", memberships.path("nextUrl").textValue(), "", "accountID"))
                        .hasSize(5);
                assertThat(server.json("POST", ACCOUNTS, "").path("accounts")).hasSize(9);
                assertThat(server.json("GET", TAG_MEMBERSHIPS, "").path("tag_memberships"))
                        .hasSize(9 + 4 + 3);
            }
        }
    }

    @Test
    void showsNothingOfARunThatIsNotPublished() throws Exception {
        try (Database own = new FileDatabase();
                ApiServer server = new ApiServer(own.store(), CLOCK)) {
            ImportedRun first =
                    new ImportedRun(own.store(), CLOCK).contacts(1, 3).tags(1);
            for (String path : List.of(ACCOUNTS, TAGS, TAG_MEMBERSHIPS)) {
                HttpResponse<String> early = server.call("POST", path, "");
                assertThat(early.statusCode()).isEqualTo(503);
                assertThat(early.body()).contains("No full import of contacts has completed yet");
                assertThat(early.headers().firstValue("Retry-After")).contains("60");
            }
            assertThat(server.json("GET", "/contacts/api/v1/status", "")
                            .path("status")
                            .textValue())
                    .isEqualTo("waiting");

            first.publish();
            new ImportedRun(own.store(), CLOCK).contacts(1, 9).tags(3);

            assertThat(server.json("POST", ACCOUNTS, "").path("accounts")).hasSize(3);
            assertThat(server.json("POST", TAGS, "").path("tags")).hasSize(1);
            assertThat(server.json("GET", TAG_MEMBERSHIPS, "").path("tag_memberships"))
                    .hasSize(3);
        }
    }

    @Test
    void refusesPinsThatNeverWereOrAreLongPast() throws Exception {
        try (Database own = new FileDatabase();
                ApiServer server = new ApiServer(own.store(), CLOCK)) {
            ImportedRun first =
                    new ImportedRun(own.store(), CLOCK).contacts(1, 3).publish();
            CLOCK.advance(Duration.ofHours(25));
            assertThat(server.call("POST", ACCOUNTS + "?run=" + first.number(), "")
                            .statusCode())
                    .isEqualTo(200);
            for (int newer = 1; newer <= 3; newer++) {
                new ImportedRun(own.store(), CLOCK).contacts(1, 3 + newer).publish();
                assertThat(server.json("POST", ACCOUNTS + "?run=" + first.number(), "")
                                .path("accounts"))
                        .hasSize(3);
            }
            new ImportedRun(own.store(), CLOCK).contacts(1, 7).publish();

            HttpResponse<String> old = server.call("POST", ACCOUNTS + "?run=" + first.number(), "");
            HttpResponse<String> unknown = server.call("POST", ACCOUNTS + "?run=999", "");

            assertThat(old.statusCode()).isEqualTo(410);
            assertThat(unknown.statusCode()).isEqualTo(400);
            assertThat(List.of(old.body(), unknown.body()))
                    .allMatch(body -> body.contains("begin again with the first page"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"q\":\"status:0\"} | c2 c3 c4",
                "{\"q\":\"status:0\",\"order\":\"desc\"} | c4 c3 c2",
                "{\"q\":\"status:0 AND accountID:c3\"} | c3",
                "{\"q\":\"status:1 accountid:c3\"} | ``",
                "{\"q\":\"name:\\\"person7@example.net\\\"\"} | c7"
            })
    void selectsTheAccountsOfAQuery(String body, String expected) throws Exception {
        JsonNode page = api.json("POST", ACCOUNTS, body);

        assertThat(page.path("accounts").findValuesAsText("ACCOUNTID"))
                .isEqualTo(List.of(expected.split(" ")).stream()
                        .filter(id -> !id.isEmpty())
                        .toList());
        assertThat(page.path("totalcount").intValue())
                .isEqualTo(page.path("accounts").size());
    }

    @Test
    void pagesThroughASortedViewByItsLinks() throws Exception {
        List<String> sorted = new ArrayList<>(ids(1, 25));
        sorted.sort(Comparator.reverseOrder());
        String body = "{\"sort\":\"accountID\",\"order\":\"desc\",\"fields\":[\"accountid\"]}";

        assertThat(api.follow("POST", ACCOUNTS + "?pagesize=10", body, "ACCOUNTID"))
                .isEqualTo(sorted);
        JsonNode first = api.json("POST", ACCOUNTS + "?pagesize=10", body);
        JsonNode second = api.json("POST", first.path("nextUrl").textValue(), "");
        assertThat(second.path("accounts").get(0)).hasToString("{\"ACCOUNTID\":\"" + sorted.get(10) + "\"}");
        assertThat(api.json("POST", ACCOUNTS, "{\"sort\":\"status\"}")
                        .path("accounts")
                        .get(0)
                        .path("ACCOUNTID")
                        .textValue())
                .isEqualTo("c2");
    }

    @Test
    void givesTheFieldsThatAreNamedInTheirOrder() throws Exception {
        JsonNode page = api.json(
                "POST", ACCOUNTS, "{\"fields\":\"accountID,name,customproperty1,customproperty2,customproperty3\"}");

        assertThat(page.path("accounts").get(0).fieldNames())
                .toIterable()
                .containsExactly("ACCOUNTID", "NAME", "CUSTOMPROPERTY1", "CUSTOMPROPERTY2", "CUSTOMPROPERTY3");
        assertThat(api.json("GET", TAG_MEMBERSHIPS + "?pagesize=1&fields=entitlementid", "")
                        .path("tag_memberships"))
                .hasToString("[{\"entitlementID\":\"t1\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accounts?pagesize=1001 | {} | from 1 to 1000",
                "accounts?page=2 | {} | allowed are offset, pagesize",
                "accounts?after=3 | {} | 'after' is not for accounts",
                "accounts | {\"q\":\"city:Rome\"} | 'q' is not understood",
                "accounts | {\"q\":\"status:1 OR status:0\"} | 'q' is not understood",
                "accounts | {\"sort\":\"created\"} | allowed are accountID, name, status",
                "accounts | {\"order\":\"up\"} | 'order' is neither",
                "accounts | {\"fields\":\"city\"} | allowed are ACCOUNTCLASS",
                "accounts | {oops | not well-formed",
                "entitlements/tags | {\"sort\":\"entitlementID\"} | leave them out",
                "accounts/tag_memberships?after=x | {} | follow that link"
            })
    void refusesWithTheReasonWhatItDoesNotHonour(String path, String body, String says) throws Exception {
        HttpResponse<String> answer = api.call("POST", "/contacts/api/v1/" + path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"errorCode\":\"1\",\"message\":\"")
                .contains(says);
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonBody.LIMIT + 1, 1_000_001})
    void refusesHugeBodies(int size) throws Exception {
        assertThat(api.call("POST", ACCOUNTS, " ".repeat(size)).statusCode()).isEqualTo(413);
    }

    @Test
    void answersWhatSaviyntsTemplatePackageSends() throws Exception {
        JsonNode first = api.json("POST", ACCOUNTS + "?offset=0&pagesize=1", "{}");
        assertThat(first.path("totalCount").intValue()).isEqualTo(25);
        assertThat(first.path("accounts")).hasSize(1);
        assertThat(api.json(
                                "POST",
                                "/contacts/api/v1/entitlements/groups?offset=4&pagesize=1",
                                "{\"requestedObject\":\"groups\"}")
                        .path("groups"))
                .hasSize(1);
        assertThat(api.json("POST", "/contacts/api/v1/entitlements/roles", "{\"requestedObject\":\"roles\"}")
                        .path("roles"))
                .isEmpty();
        assertThat(api.json("GET", "/contacts/api/v1/accounts/group_memberships", "")
                        .path("group_memberships"))
                .hasSize(56);
        assertThat(api.call("POST", "/contacts/api/v1/users?offset=0&pagesize=1", "{}")
                        .statusCode())
                .isEqualTo(501);
    }
}
