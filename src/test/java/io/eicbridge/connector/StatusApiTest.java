package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.NewRun;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusApiTest {
    /** Everything that may leave in an answer's header. */
    private static final Set<String> ALLOWED =
            Set.of("content-type", "content-length", "transfer-encoding", "allow", "www-authenticate", "retry-after");

    private static final String BASE = "/contacts/api/v1/";
    private static final TestClock CLOCK = new TestClock();
    private static Database database;
    private static ApiServer api;

    @BeforeAll
    static void importsThreeContacts() throws Exception {
        database = new FileDatabase();
        new ImportedRun(database.store(), CLOCK).contacts(1, 3).tags(1).publish();
        CLOCK.advance(Duration.ofMinutes(2));
        api = new ApiServer(database.store(), CLOCK);
    }

    @AfterAll
    static void stops() {
        api.close();
        database.close();
    }

    @Test
    void tellsHowOldTheDataIs() throws Exception {
        assertThat(api.json("GET", BASE + "status", ""))
                .hasToString(
                        "{\"errorCode\":\"0\",\"endpoint\":\"contacts\",\"status\":\"ready\",\"lastCompleteRun\":1,"
                                + "\"completedAt\":\"2026-03-01T08:00:00Z\",\"publishedRun\":1,"
                                + "\"publishedAt\":\"2026-03-01T08:00:00Z\","
                                + "\"importedAt\":\"2026-03-01T08:00:00Z\",\"ageSeconds\":120,\"accounts\":3}");
        assertThat(api.json("GET", "/teammates/api/v1/status", "")
                        .path("status")
                        .textValue())
                .isEqualTo("waiting");
    }

    @Test
    void theAgeIsThatOfTheLastImportWhateverTargetedRunsWerePublishedSince() throws Exception {
        TestClock late = new TestClock();
        try (Database other = new FileDatabase();
                ApiServer server = new ApiServer(other.store(), late)) {
            new ImportedRun(other.store(), late).contacts(1, 3).publish();
            late.advance(Duration.ofMinutes(1));
            ImportedRun targeted = new ImportedRun(other.store(), late).contacts(1, 1);
            other.store()
                    .inTransaction(handle ->
                            handle.execute("update runs set mode = 'targeted' where run = ?", targeted.number()));
            targeted.publish();
            late.advance(Duration.ofMinutes(1));

            JsonNode status = server.json("GET", BASE + "status", "");

            assertThat(status.path("publishedAt").textValue()).isEqualTo("2026-03-01T08:01:00Z");
            assertThat(status.path("ageSeconds").intValue()).isEqualTo(120);
        }
    }

    @Test
    void tellsHowFarTheRunIsThatIsUnderWay() throws Exception {
        try (Database under = new FileDatabase();
                ApiServer server = new ApiServer(under.store(), CLOCK)) {
            ImportedRun run = new ImportedRun(under.store(), CLOCK);
            under.store().inTransaction(handle -> {
                new Runs(CLOCK).counted(handle, run.number(), 500L, null);
                new Slices()
                        .plan(
                                handle,
                                run.number(),
                                List.of(new NewSlice("accounts", "contacts", null, null, null, 500L)));
                return handle.execute("update slices set read_rows = 120");
            });

            JsonNode progress = server.json("GET", BASE + "status", "").path("progress");

            assertThat(progress.path("run").asLong()).isEqualTo(run.number());
            assertThat(progress.path("mode").asText()).isEqualTo("full");
            assertThat(progress.path("read").asLong()).isEqualTo(120);
            assertThat(progress.path("expected").asLong()).isEqualTo(500);
        }
    }

    @Test
    void tellsWhichRunsAreStillOpenOrHeldAndLeavesDryOnesOut() throws Exception {
        Runs runs = new Runs(CLOCK);
        long[] started = new long[2];
        database.store().inTransaction(handle -> {
            started[0] = runs.start(handle, teammates(false)).run();
            runs.finish(handle, started[0], RunState.HELD, "too many are gone", null);
            started[1] = runs.start(handle, teammates(false)).run();
            return runs.start(handle, teammates(true));
        });

        JsonNode status = api.json("GET", "/teammates/api/v1/status", "");

        assertThat(status.path("heldRuns")).hasToString("[" + started[0] + "]");
        assertThat(status.path("openRun").longValue()).isEqualTo(started[1]);
    }

    private static NewRun teammates(boolean dry) {
        return new NewRun("teammates", Mode.FULL, dry, CLOCK.instant(), "UTC", "SECONDS", "", null);
    }

    @Test
    void logsInWithAFormOrAJsonBodyAndWithNothingElse() throws Exception {
        HttpRequest.Builder login = HttpRequest.newBuilder(URI.create(api.url(BASE + "login")));
        HttpRequest form = login.copy()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=eic&client_secret=" + Calls.TOKEN))
                .build();
        HttpRequest json = login.copy()
                .POST(BodyPublishers.ofString("{\"client_secret\":\"" + Calls.TOKEN + "\"}"))
                .build();
        HttpRequest sample = login.copy().POST(BodyPublishers.ofString("{}")).build();
        HttpRequest query = HttpRequest.newBuilder(URI.create(api.url(BASE + "login?client_secret=" + Calls.TOKEN)))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(api.send(form).body()).contains("\"access_token\":\"" + Calls.TOKEN + "\"");
        assertThat(api.send(json).body()).contains("\"token_type\":\"Bearer\"");
        assertThat(api.send(sample).statusCode()).isEqualTo(401);
        assertThat(api.send(query).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts",
                "entitlements/tags",
                "accounts/tag_memberships",
                "status",
                "users",
                "nothing",
                "createAccount"
            })
    void refusesCallersWithoutAToken(String path) throws Exception {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(URI.create(api.url(BASE + path))).POST(BodyPublishers.noBody());

        for (HttpRequest request : new HttpRequest[] {
            call.copy().build(),
            call.copy().header("Authorization", "Bearer wrong").build(),
            call.copy()
                    .header("Authorization", "Bearer wrong")
                    .header("Authorization", "Bearer " + Calls.TOKEN)
                    .build()
        }) {
            HttpResponse<String> answer = api.send(request);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"eic-bridge\"");
            assertThat(answer.body()).startsWith("{\"errorCode\":\"1\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | users | 501 | no users",
                "PATCH | updateUser/ada | 501 | no users",
                "PUT | changePassword | 501 | password",
                "POST | accounts/17 | 404 | /contacts/api/v1/accounts/tag_memberships",
                "GET | nothing | 404 | /contacts/api/v1/status",
                "POST | entitlements/teams | 404 | /contacts/api/v1/entitlements/tags"
            })
    void saysWhyOrWhatExistsInstead(String method, String path, int status, String says) throws Exception {
        HttpResponse<String> answer = api.call(method, BASE + path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says);
    }

    @Test
    void namesTheEndpointsToThoseWhoCallAnotherOne() throws Exception {
        assertThat(api.call("POST", "/people/api/v1/accounts", "").body()).contains("there are: teammates, contacts");
        assertThat(api.call("GET", "/", "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,accounts,POST",
        "PUT,accounts,POST",
        "HEAD,accounts,POST",
        "OPTIONS,accounts,POST",
        "TRACE,accounts,POST",
        "DELETE,entitlements/tags,POST",
        "HEAD,accounts/tag_memberships,'GET, POST'",
        "TRACE,status,GET",
        "POST,status,GET",
        "OPTIONS,login,POST",
        "GET,login,POST"
    })
    void refusesOtherMethodsAndNamesTheRightOnes(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = api.call(method, BASE + path, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,accounts",
        "POST,accounts?pagesize=1",
        "POST,entitlements/tags",
        "GET,accounts/tag_memberships",
        "GET,status",
        "POST,login",
        "POST,users",
        "POST,accounts?what=1",
        "PUT,accounts",
        "POST,/teammates/api/v1/accounts"
    })
    void letsNoRequestHeaderBackOut(String method, String path) throws Exception {
        String url = api.url(path.startsWith("/") ? path : BASE + path);
        HttpRequest request = api.request(method, url, "{}")
                .header("X-Secret", "s3cret")
                .header("Cookie", "session=s3cret")
                .header("X-Forwarded-Host", "evil.example")
                .build();

        HttpResponse<String> answer = api.send(request);

        assertThat(answer.headers().map().keySet()).allMatch(name -> ALLOWED.contains(name.toLowerCase()));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().map().toString()).doesNotContain("s3cret", Calls.TOKEN, "evil");
    }

    @Test
    void cannotBeMisledByParametersThatLookLikeHeaders() throws Exception {
        String shadow = "endpoint=teammates&Authorization=Bearer%20wrong&CamelHttpPath=/teammates/api/v1/accounts";

        assertThat(api.call("POST", BASE + "accounts?" + shadow, "").statusCode())
                .isEqualTo(400);
        assertThat(api.call("POST", BASE + "accounts?endpoint=teammates", "").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"GET,status", "POST,accounts", "POST,entitlements/tags", "GET,accounts/tag_memberships", "POST,login"})
    void takesNoTokenFromAQuery(String method, String path) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(
                        URI.create(api.url(BASE + path + "?%41uthorization=Bearer%20" + Calls.TOKEN)))
                .method(method, BodyPublishers.noBody())
                .build();

        assertThat(api.send(call).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoTokenFromAFormFieldThatIsNamedLikeTheHeader() throws Exception {
        HttpRequest call = HttpRequest.newBuilder(URI.create(api.url(BASE + "accounts")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("authorization=Bearer+" + Calls.TOKEN))
                .build();

        assertThat(api.send(call).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesABodyBeyondTheServersLimitInTheWordsOfEveryOtherRefusal() throws Exception {
        HttpResponse<String> answer = api.call("POST", BASE + "accounts", "x".repeat(1_000_001));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).startsWith("{\"errorCode\":\"1\"").contains("bridge.max-body");
    }

    @Test
    void buildsLinksFromTheHostThatWasCalledAndRefusesNonsense() throws Exception {
        assertThat(raw("bridge.example.com"))
                .contains("\"nextUrl\":\"http://bridge.example.com/contacts/api/v1/accounts?offset=1&");
        assertThat(raw("evil\"host"))
                .doesNotContain("\"nextUrl\"")
                .contains(" 400 ", "{\"errorCode\":\"1\",\"message\"", "headers are malformed");
    }

    @Test
    void takesNoFiles() throws Exception {
        HttpRequest call = HttpRequest.newBuilder(URI.create(api.url(BASE + "login")))
                .header("Content-Type", "multipart/form-data; boundary=here")
                .POST(BodyPublishers.ofString(
                        "--here\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n"
                                + "x".repeat(100_000) + "\r\n--here--\r\n"))
                .build();

        HttpResponse<String> answer = api.send(call);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).startsWith("{\"errorCode\":\"1\"").contains("application/json");
    }

    private static String raw(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            String call = "POST " + BASE + "accounts?pagesize=1 HTTP/1.1\r\nHost: " + host
                    + "\r\nAuthorization: Bearer " + Calls.TOKEN + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(call.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
