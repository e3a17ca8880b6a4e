package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCommandsTest {
    private BridgeOverHttp running;
    private Typed typed;

    @BeforeEach
    void start() throws IOException {
        running = new BridgeOverHttp();
        typed = new Typed(running.port());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void listsRequestsByFilter() {
        running.on(
                "GET /requests?account=a1&endpoint=contacts&limit=50&operation=add-access"
                        + "&since=2026-11-24T10%3A00%3A00Z&state=held",
                200,
                "{\"requests\":[{\"id\":17,\"endpoint\":\"contacts\",\"operation\":\"add-access\",\"account\":\"a1\","
                        + "\"entitlementType\":\"Tag\",\"entitlement\":\"VIP\",\"state\":\"held\","
                        + "\"createdAt\":\"2026-11-24T10:00:00Z\",\"reason\":\"a limit\"}],\"total\":3}");

        assertThat(typed.execute(
                        "requests",
                        "list",
                        "--endpoint",
                        "Contacts",
                        "--state",
                        "Held",
                        "--operation",
                        "add-access",
                        "--account",
                        "a1",
                        "--since",
                        "2026-11-24T10:00:00Z"))
                .isZero();
        assertThat(typed.out()).contains("17  contacts  add-access  a1       Tag VIP      held", "a limit", "1 of 3");
    }

    @Test
    void showsARequestWithItsAttemptsAndOnDemandItsAudit() {
        running.on(
                "GET /requests/17?audit=true",
                200,
                "{\"id\":17,\"state\":\"dead\",\"message\":null,\"attempts\":[{\"attempt\":1,\"startedAt\":\"t\","
                        + "\"outcome\":\"dead\",\"calls\":2,\"millis\":30,\"reason\":\"no luck\"}],"
                        + "\"audit\":[{\"at\":\"t\",\"who\":\"eic\",\"event\":\"sent\",\"method\":\"POST\","
                        + "\"place\":\"/tags\",\"body\":\"{}\"}],\"payload\":{\"user\":{\"name\":\"Jo\"}}}");

        assertThat(typed.execute("requests", "show", "17", "--audit")).isZero();
        assertThat(typed.out())
                .contains("state: dead", "no luck", "POST /tags", "\"name\" : \"Jo\"")
                .doesNotContain("message");
    }

    @Test
    void decidesAboutOneAndRecordsWhoAndWhy() {
        running.on(
                "POST /requests/release",
                200,
                "{\"done\":[17],\"refused\":[],\"request\":{\"id\":17,\"state\":\"succeeded\",\"message\":\"done\"}}");

        assertThat(typed.execute("requests", "release", "17", "--why", "agreed"))
                .isZero();
        assertThat(typed.out()).contains("Request 17 is succeeded: done");
        assertThat(running.requests())
                .contains("POST /requests/release {\"ids\":[17],\"who\":\"" + System.getProperty("user.name")
                        + "\",\"why\":\"agreed\"}");
    }

    @Test
    void decidesAboutAllThatAFilterMeansAndTellsWhichWereRefused() {
        running.on(
                "POST /dead-letters/replay",
                200,
                "{\"done\":[3,4],\"refused\":[{\"id\":5,\"reason\":\"It came later.\"}]}");

        assertThat(typed.execute("dead-letters", "replay", "--all", "--endpoint", "contacts"))
                .isEqualTo(1);
        assertThat(typed.out())
                .contains("2 dead letters: will be carried out anew.", "5 was left as it is: It came later.");
        assertThat(running.requests().toString()).contains("{\"filter\":{\"endpoint\":\"contacts\"},\"who\"");
    }

    @Test
    void saysWhyOneIsRefused() {
        running.on("POST /requests/run", 409, "{\"errorCode\":\"1\",\"message\":\"Request 17 is dead.\"}");

        assertThat(typed.execute("requests", "run", "17")).isEqualTo(1);
        assertThat(typed.err()).contains("Request 17 is dead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests replay | either numbers, or --all",
                "requests replay 17 --all | either numbers, or --all",
                "requests replay 17 --state dead | either numbers, or --all",
                "requests replay x | 'x' is no whole number",
                "requests discard 17 | add '--why TEXT'",
                "requests list --state deed | states are waiting, running, held",
                "requests list --state deed | Did you mean dead?",
                "requests list --operation creat | Did you mean create?",
                "requests list --since yesterday | 30m, 2h or 7d ago",
                "dead-letters list --endpoint contact | Did you mean contacts?",
                "provision contacts paint | operations are create, update",
                "provision contacts create --bindings [1] | '--bindings' is no JSON object"
            })
    void saysWhatIsAllowedAfterAWrongArgument(String arguments, String says) {
        assertThat(typed.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(typed.err()).contains(says);
        assertThat(running.requests()).allMatch(request -> request.equals("GET /imports"));
    }

    @Test
    void handsInAnOperationInTheFormOfATicket() {
        running.on(
                "POST /requests",
                200,
                "{\"id\":17,\"state\":\"succeeded\",\"message\":\"The tag was added.\",\"accountId\":\"a1\"}");

        assertThat(typed.execute(
                        "provision",
                        "contacts",
                        "add-access",
                        "a1",
                        "--type",
                        "Tag",
                        "--entitlement",
                        "VIP",
                        "--key",
                        "k1",
                        "--set",
                        "task.source=REQUEST"))
                .isZero();
        assertThat(typed.out()).contains("Request 17 is succeeded: The tag was added. [id=a1]");
        assertThat(running.requests())
                .contains("POST /requests {\"task\":{\"source\":\"REQUEST\"},\"endpoint\":\"contacts\","
                        + "\"operation\":\"add-access\",\"key\":\"k1\",\"accountID\":\"a1\",\"entitlementType\":\"Tag\","
                        + "\"entitlementID\":\"VIP\"}");
    }

    @ParameterizedTest
    @CsvSource({"succeeded,0", "queued,0", "waiting,0", "held,3", "rejected,1", "dead,1"})
    void tellsTheOutcomeByTheExitCode(String state, int code) {
        running.on("POST /requests", 200, "{\"id\":17,\"state\":\"" + state + "\",\"reason\":\"because\"}");

        assertThat(typed.execute("provision", "contacts", "disable", "a1")).isEqualTo(code);
        assertThat(typed.out()).contains("Request 17 is " + state + ": because");
    }
}
