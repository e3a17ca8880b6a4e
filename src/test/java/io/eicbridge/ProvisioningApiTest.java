package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EIC gets for what it wants done, from a bridge that was started as the program starts it. */
class ProvisioningApiTest {
    /** More than the threads that the server has where nobody waits. */
    private static final int WAITING = 30;

    private static final Set<String> ALLOWED =
            Set.of("content-type", "content-length", "transfer-encoding", "allow", "www-authenticate", "retry-after");
    private static TestBed bed;
    private static EicCalls eic;

    @BeforeAll
    static void start(@TempDir Path folder, @TempDir Path home) {
        bed = TestBed.of(SandboxSettings.defaults().withContacts(5), folder)
                .at(ScriptedHome.in(home))
                .with("provisioning.wait", "3s")
                .with("provisioning.workers", "4")
                .with("intercom.client-secret", "a-secret-of-the-tests")
                .with("bridge.waiting-calls", Integer.toString(WAITING))
                .start(RouteSelection.ALL);
        eic = new EicCalls(bed);
    }

    @AfterEach
    void open() {
        ScriptedOperation.open();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void answersTheOutcomeInTheContractsForm() throws Exception {
        HttpResponse<String> answer =
                eic.send(eic.keyed("POST", "createAccount", "{\"email\":\"ada@example.test\"}", EicCalls.newKey()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode body = TestBed.json(answer);
        assertThat(body.path("errorCode").asText()).isEqualTo("0");
        assertThat(body.path("message").asText()).isEqualTo("create was carried out.");
        assertThat(body.path("accountID").asText()).isEqualTo("new-1");
        assertThat(body.path("requestId").asText()).matches("\\d+");
        assertThat(body.size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | updateAccount/c1 | {\"email\":\"a@example.test\"} | update",
                "PATCH | updateAccount/c1 | {\"status\":\"1\"} | enable",
                "PUT | updateAccount/c1 | {\"status\":\"0\"} | disable",
                "DELETE | removeAccount/c1 | '' | remove",
                "DELETE | removeAccount/c1 | {\"task\":{\"taskid\":1}} | remove",
                "PUT | entitlement/tag/addAccess | {\"accountID\":\"c1\",\"entitlementID\":\"17\"} | add-access",
                "PUT | entitlement/group/removeAccess | {\"accountID\":\"c1\",\"entitlementID\":\"17\"} | remove-access",
                "POST | createEntitlement/tag | {\"entitlement_value\":\"VIP\"} | create-entitlement",
                "PATCH | updateEntitlement/tag/17 | {\"entitlement_value\":\"VIP\"} | update-entitlement",
                "DELETE | deleteEntitlement/company/c9 | '' | delete-entitlement"
            })
    void carriesOutEveryOperation(String method, String path, String body, String operation) throws Exception {
        HttpResponse<String> answer = eic.send(eic.keyed(method, path, body, EicCalls.newKey()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(TestBed.json(answer).path("message").asText()).isEqualTo(operation + " was carried out.");
    }

    @Test
    void doesNothingTwiceForOneKeyAndRefusesItForSomethingElse() throws Exception {
        String key = EicCalls.newKey();
        HttpResponse<String> first = eic.send(eic.keyed("PATCH", "updateAccount/once", "{\"a\":\"1\"}", key));
        HttpResponse<String> second = eic.send(eic.keyed("PATCH", "updateAccount/once", "{\"a\":\"1\"}", key));
        HttpResponse<String> other = eic.send(eic.keyed("DELETE", "removeAccount/once", "", key));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ScriptedOperation.times("once")).isEqualTo(1);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("a key of its own");
    }

    @Test
    void takesACallWithoutAKeyForANewRequestEachTime() throws Exception {
        eic.send(eic.call("DELETE", "removeAccount/twice", ""));
        HttpResponse<String> second = eic.send(eic.call("DELETE", "removeAccount/twice", ""));

        assertThat(ScriptedOperation.times("twice")).as(second.body()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "refused,422,Intercom refuses this contact.",
        "passing,503,Intercom is overloaded. Call again with the same key.",
        "queued-1,503,A person was asked. Call again with the same key."
    })
    void saysWhyItIsNotDone(String account, int status, String says) throws Exception {
        HttpResponse<String> answer =
                eic.send(eic.keyed("PATCH", "updateAccount/" + account, "{\"a\":\"1\"}", EicCalls.newKey()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = TestBed.json(answer);
        assertThat(body.path("errorCode").asText()).isEqualTo("1");
        assertThat(body.path("message").asText()).startsWith(says);
        assertThat(body.path("accountID").asText()).isEqualTo(account);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void saysWhatToDoWhereAPermissionIsMissing() throws Exception {
        HttpResponse<String> answer = eic.send(eic.keyed(
                "PATCH", "updateEntitlement/company/unpermitted", "{\"entitlement_value\":\"x\"}", EicCalls.newKey()));
        HttpResponse<String> asked = eic.send(eic.keyed(
                "PUT",
                "entitlement/segment/addAccess",
                "{\"accountID\":\"unpermitted\",\"entitlementID\":\"1\"}",
                EicCalls.newKey()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(asked.statusCode()).isEqualTo(503);
        assertThat(TestBed.json(asked).path("message").asText()).contains("Write tags");
        JsonNode status = TestBed.json(eic.send(eic.call("GET", "status", "")));
        assertThat(status.at("/requests/paused/0/capability").asText()).isEqualTo("tag-write");
    }

    @Test
    void answersLaterToThoseWhoAskForThat() throws Exception {
        HttpResponse<String> answer =
                eic.send(eic.keyed("PATCH", "updateAccount/queued-2", "{\"a\":\"1\"}", EicCalls.newKey())
                        .header("Prefer", "respond-async"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = TestBed.json(answer).path("requestId").asText();
        JsonNode request = Awaitility.await()
                .until(
                        () -> TestBed.json(eic.send(eic.call("GET", "requests/" + id, ""))),
                        told -> told.path("state").asText().equals("queued"));
        assertThat(request.path("retries").asText()).isEqualTo("bridge");
        assertThat(request.has("payload")).isFalse();
    }

    @Test
    void listsTheRequestsOfItsEndpointAlone() throws Exception {
        eic.send(eic.keyed("DELETE", "removeAccount/listed", "", EicCalls.newKey()));

        JsonNode found =
                TestBed.json(eic.send(eic.call("GET", "requests?account=listed&state=succeeded&operation=remove", "")));
        JsonNode elsewhere = TestBed.json(eic.send(eic.call("GET", "/teammates/api/v1/requests?account=listed", "")));
        String id = found.at("/requests/0/id").asText();

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(elsewhere.path("total").asInt()).isZero();
        assertThat(eic.send(eic.call("GET", "/teammates/api/v1/requests/" + id, ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(eic.send(eic.call("GET", "requests?state=asleep&operation=fly&limit=x", ""))
                        .body())
                .contains("3 things are wrong", "waiting, running", "add-access");
    }

    @Test
    void keepsTheServerFastWhileAsManyWaitAsMay() throws Exception {
        ScriptedOperation.close();
        int before = underWay();
        List<HttpRequest.Builder> calls = IntStream.range(0, WAITING)
                .mapToObj(each -> eic.keyed("PATCH", "updateAccount/slow-" + each, "{\"a\":\"1\"}", EicCalls.newKey()))
                .toList();
        List<CompletableFuture<HttpResponse<String>>> waiting =
                calls.stream().map(call -> eic.sendAsync(call)).toList();
        Awaitility.await().until(() -> underWay() == before + WAITING);

        HttpResponse<String> beyond =
                eic.send(eic.keyed("PATCH", "updateAccount/beyond", "{\"a\":\"1\"}", EicCalls.newKey()));
        HttpResponse<String> later =
                eic.send(eic.keyed("PATCH", "updateAccount/slow-later", "{\"a\":\"1\"}", EicCalls.newKey())
                        .header("Prefer", "respond-async")
                        .timeout(Duration.ofSeconds(2)));
        String order = "{\"endpoint\":\"contacts\",\"operation\":\"disable\",\"accountID\":\"slow-command\"}";
        HttpResponse<String> command =
                eic.send(eic.call("POST", "/commands/v1/requests", order).timeout(Duration.ofSeconds(2)));
        HttpResponse<String> webhook =
                eic.send(eic.call("HEAD", "/webhooks/intercom", "").timeout(Duration.ofSeconds(2)));
        HttpResponse<String> first = waiting.get(0).get();
        ScriptedOperation.open();

        assertThat(beyond.statusCode()).isEqualTo(503);
        assertThat(beyond.headers().firstValue("Retry-After")).isPresent();
        assertThat(beyond.body()).contains("was not accepted", "bridge.waiting-calls");
        assertThat(later.statusCode()).isEqualTo(202);
        assertThat(command.statusCode()).as(command.body()).isEqualTo(200);
        assertThat(ScriptedOperation.times("beyond")).isZero();
        assertThat(webhook.statusCode()).isEqualTo(200);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(503);
        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            each.get();
        }
        assertThat(eic.send(calls.get(0)).statusCode()).isEqualTo(200);
        assertThat(ScriptedOperation.times("slow-0")).isEqualTo(1);
    }

    private static int underWay() throws Exception {
        JsonNode standing = TestBed.json(eic.send(eic.call("GET", "/commands/v1/standing", "")))
                .path("contacts");
        return standing.path("running").asInt() + standing.path("waiting").asInt();
    }

    @Test
    void takesTicketsAndTellsHowTheyStand() throws Exception {
        String done =
                "{\"operation\":\"add-access\",\"entitlementType\":\"Tag\",\"task\":{\"taskid\":\"" + EicCalls.newKey()
                        + "\"},\"account\":{\"accountID\":\"c1\"},\"entitlementValue\":{\"entitlementID\":\"17\"}}";
        String refused = "{\"task\":{\"taskid\":\"" + EicCalls.newKey()
                + "\",\"tasktype\":\"Update Account\"},\"user\":{\"a\":\"1\"},\"account\":{\"accountID\":\"refused\"}}";

        String id = TestBed.json(eic.send(eic.call("POST", "tickets", done)))
                .path("id")
                .asText();
        String same = TestBed.json(eic.send(eic.call("POST", "tickets", done)))
                .path("id")
                .asText();
        String other = TestBed.json(eic.send(eic.call("POST", "tickets", refused)))
                .path("id")
                .asText();

        assertThat(same).isEqualTo(id);
        Awaitility.await().until(() -> "completed".equals(ticket(id)));
        Awaitility.await().until(() -> "cancelled".equals(ticket(other)));
        assertThat(eic.send(eic.call("GET", "/teammates/api/v1/tickets/" + id, ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(eic.send(eic.call("POST", "tickets", "{\"operation\":\"paint\"}"))
                        .body())
                .contains("'operation', or the task's 'tasktype'", "add-access (Add Access, 1)");
    }

    private static String ticket(String id) throws Exception {
        return TestBed.json(eic.send(eic.call("GET", "tickets/" + id, "")))
                .path("status")
                .asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | createAccount | {nonsense | 400",
                "POST | createAccount | [] | 400",
                "GET | createAccount | '' | 405",
                "DELETE | updateAccount/c1 | '' | 405",
                "POST | removeAccount | {} | 404",
                "PUT | entitlement/team/addAccess | {\"accountID\":\"1\",\"entitlementID\":\"2\"} | 404",
                "PUT | entitlement/tag/giveAccess | {} | 404",
                "POST | /people/api/v1/createAccount | {} | 404",
                "PUT | changePassword | {} | 501",
                "POST | users | {} | 501",
                "PATCH | updateUser/ada | {} | 501",
                "GET | requests/x | '' | 404",
                "GET | tickets/999999 | '' | 404",
                "DELETE | tickets | '' | 405",
                "POST | requests | '' | 405"
            })
    void refusesInTheFormOfEveryOtherRefusal(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = eic.send(eic.call(method, path, body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errorCode\":\"1\",\"message\":\"");
    }

    @Test
    void refusesAHugeBody() throws Exception {
        String user = "{\"user\":{\"a\":\"" + "x".repeat(950_000) + "\"}}";

        assertThat(eic.send(eic.call("POST", "createAccount", user)).statusCode())
                .isEqualTo(413);
        assertThat(eic.send(eic.call("POST", "createAccount", user + " ".repeat(200_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void carriesOutAValueWithQuotesLinesAndEmojiAsItCame() throws Exception {
        String body = "{\"name\":\"O\\\"Neill ${x}\\n\\uD83D\\uDE00 " + "é".repeat(300_000) + "\"}";

        assertThat(eic.send(eic.keyed("POST", "createAccount", body, EicCalls.newKey()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createAccount", "removeAccount/c1", "entitlement/tag/addAccess", "requests", "tickets"})
    void refusesCallersWithoutAToken(String path) throws Exception {
        for (String token : new String[] {"", "Bearer wrong", "Basic " + TestBed.API_TOKEN}) {
            HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(bed.api(EicCalls.BASE + path)))
                    .POST(BodyPublishers.ofString("{}"));
            HttpResponse<String> answer = eic.send(token.isEmpty() ? call : call.header("Authorization", token));

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,createAccount",
        "PATCH,updateAccount/c1",
        "PATCH,updateAccount/queued-3",
        "PUT,entitlement/tag/addAccess",
        "GET,requests",
        "POST,tickets",
        "GET,createAccount"
    })
    void letsNoRequestHeaderBackOut(String method, String path) throws Exception {
        String body = "GET".equals(method) ? "" : "{\"user\":{\"a\":\"1\"}}";
        HttpResponse<String> answer = eic.send(eic.keyed(method, path, body, "s3cret-" + EicCalls.newKey())
                .header("Prefer", "s3cret")
                .header("X-Secret", "s3cret"));

        assertThat(answer.headers().map().keySet()).allMatch(name -> ALLOWED.contains(name.toLowerCase()));
        assertThat(answer.headers().map().toString()).doesNotContain("s3cret", TestBed.API_TOKEN);
    }

    @Test
    void takesNoKeyFromAQuery() throws Exception {
        HttpResponse<String> answer = eic.send(eic.call("DELETE", "removeAccount/c1?idempotency-key=a", ""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("takes no query parameters");
    }
}
