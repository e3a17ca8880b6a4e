package io.eicbridge.connector;

import static io.eicbridge.connector.ImportedRun.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumersApiTest {
    private static final String ACCOUNTS = "/contacts/api/v1/accounts?consumer=eic&pagesize=10";
    private static final String TAGS = "/contacts/api/v1/entitlements/tags?consumer=eic&pagesize=2";
    private static final String MEMBERSHIPS = "/contacts/api/v1/accounts/tag_memberships?consumer=eic&pagesize=10";

    private final TestClock clock = new TestClock();
    private Database database;
    private ApiServer api;

    @BeforeEach
    void importsTwentyFiveContacts() throws Exception {
        database = new FileDatabase();
        new ImportedRun(database.store(), clock).contacts(1, 25).tags(3).publish();
        api = new ApiServer(database.store(), clock);
    }

    @AfterEach
    void stops() {
        api.close();
        database.close();
    }

    @BothDatabases
    void givesEverythingFirstAndThenOnlyWhatIsNew(Database both) throws Exception {
        new ImportedRun(both.store(), clock).contacts(1, 25).tags(3).publish();
        try (ApiServer server = new ApiServer(both.store(), clock)) {
            assertThat(accounts(server)).isEqualTo(ids(1, 25));
            assertThat(server.follow("POST", TAGS, "", "entitlementID")).containsExactly("t1", "t2", "t3");
            assertThat(server.follow("GET", MEMBERSHIPS, "", "accountID")).hasSize(25 + 12 + 8);
            new ImportedRun(both.store(), clock)
                    .contacts(24, 27)
                    .tags(4)
                    .gone("c2")
                    .publish();

            assertThat(accounts(server)).containsExactly("c2", "c26", "c27");
            assertThat(server.follow("POST", TAGS, "", "entitlementID")).containsExactly("t4");
            assertThat(server.follow("GET", MEMBERSHIPS, "", "accountID")).contains("c24", "c26", "c27");
            assertThat(accounts(server)).isEmpty();
        }
    }

    private static List<String> accounts(ApiServer server) throws Exception {
        return server.follow("POST", ACCOUNTS, "", "ACCOUNTID");
    }

    @Test
    void givesAnAccountThatIsGoneAsInactive() throws Exception {
        accounts(api);
        new ImportedRun(database.store(), clock).contacts(1, 1).gone("c9").publish();

        JsonNode page = api.json("POST", ACCOUNTS, "");

        assertThat(page.path("totalcount").intValue()).isEqualTo(1);
        assertThat(page.path("accounts").path(0).path("STATUS").intValue()).isZero();
    }

    @Test
    void movesAConsumerOnlyWhenTheLinkBehindTheLastRowIsAskedFor() throws Exception {
        JsonNode page = api.json("POST", ACCOUNTS, "");
        JsonNode second = api.json("POST", next(page), "");
        JsonNode last = api.json("POST", next(second), "");
        assertThat(last.path("accounts")).hasSize(5);
        assertThat(accounts(api)).as("repeated, as the pull broke off").hasSize(25);

        JsonNode end = api.json("POST", next(last), "");

        assertThat(end.path("accounts")).isEmpty();
        assertThat(end.has("nextUrl")).isFalse();
        assertThat(accounts(api)).isEmpty();
    }

    private static String next(JsonNode page) {
        return page.path("nextUrl").asText();
    }

    @Test
    void losesNothingWhereTwoPullsOfOneConsumerOverlap() throws Exception {
        JsonNode slow = api.json("POST", ACCOUNTS + "0", "");
        new ImportedRun(database.store(), clock).contacts(26, 30).publish();
        assertThat(accounts(api)).hasSize(30);

        api.json("POST", next(slow), "");

        assertThat(accounts(api)).as("the slow pull takes nobody back").isEmpty();
        new ImportedRun(database.store(), clock).contacts(31, 31).publish();
        assertThat(accounts(api)).containsExactly("c31");
    }

    @Test
    void keepsPositionsOverARestartAndForEachConsumerAndListByItself() throws Exception {
        accounts(api);
        try (ApiServer restarted = new ApiServer(database.store(), clock)) {
            assertThat(accounts(restarted)).isEmpty();
            assertThat(restarted.follow("POST", ACCOUNTS.replace("eic", "other"), "", "ACCOUNTID"))
                    .hasSize(25);
            assertThat(restarted.follow("POST", TAGS, "", "entitlementID")).hasSize(3);
            assertThat(restarted.follow("POST", TAGS.replace("tags", "groups"), "", "entitlementID"))
                    .as("the same list under the contract's name")
                    .isEmpty();
        }
    }

    @Test
    void beginsAnewAfterAResetAndAPullFromBeforeItDoesNotMoveTheConsumer() throws Exception {
        accounts(api);
        new ImportedRun(database.store(), clock).contacts(26, 26).publish();
        JsonNode before = api.json("POST", ACCOUNTS, "");
        ConsumerDesk desk = new ConsumerDesk(database.store(), clock);
        assertThat(desk.list().path("consumers")).hasSize(1);
        assertThat(desk.list().path("consumers").path(0).path("behind").asInt()).isPositive();

        assertThat(desk.reset("eic", "contacts").path("reset").asInt()).isEqualTo(1);
        api.json("POST", next(before), "");

        assertThat(accounts(api)).hasSize(26);
        Assertions.assertThatThrownBy(() -> desk.reset("nobody", "")).isInstanceOf(Rejected.class);
    }

    @Test
    void tellsWhatEndedBesideTheListSoThatNobodyTakesItForAMembership() throws Exception {
        api.follow("GET", MEMBERSHIPS, "", "accountID");
        new ImportedRun(database.store(), clock)
                .contacts(1, 25)
                .withoutTags("t2")
                .publish();

        JsonNode page = api.json("GET", MEMBERSHIPS + "0", "");

        assertThat(page.path("tag_memberships")).isEmpty();
        assertThat(StreamSupport.stream(page.path("ended_memberships").spliterator(), false))
                .hasSize(12)
                .allMatch(row -> "t2".equals(row.path("entitlementID").asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "accounts?consumer=a%2Fb, 'consumer'",
        "accounts?consumer=eic&offset=10, nextUrl",
        "accounts?consumer=eic&run=1, nextUrl",
        "accounts?consumer=eic&sort=name, 'sort'",
        "accounts?consumer=eic&run=1&pull=0-99999-1, nextUrl",
        "accounts?consumer=eic&run=1&pull=0-1-1&after=7, nextUrl",
        "accounts?run=1&pull=0-1-1, 'consumer'",
        "entitlements/tags?consumer=eic&q=status:1, 'q'"
    })
    void refusesWhatWouldLeaveAConsumerWithoutSomething(String path, String says) throws Exception {
        var answer = api.call("POST", "/contacts/api/v1/" + path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(says);
    }

    @Test
    void movesNobodyBeforeTheFirstCompleteImport() throws Exception {
        assertThat(api.call("POST", "/teammates/api/v1/accounts?consumer=eic", "")
                        .statusCode())
                .isEqualTo(503);
    }
}
