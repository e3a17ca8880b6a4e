package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Call CALL =
            Call.get("/contacts/c1?x=1").forRun("7", "contacts").forAccount("c1");
    private static final Call TICKET = new Call(
            "POST",
            "/tickets",
            JsonNodeFactory.instance.objectNode(),
            false,
            Lane.PROVISIONING,
            "",
            "",
            "",
            Set.of(),
            false);

    private final Counted counted = new Counted();
    private final Answers answers =
            new Answers(URI.create("https://api.intercom.example"), new Pace(0.2, counted), counted);

    static Stream<Object> bodies() {
        String json = "{\"id\":\"c1\"}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Stream.of(json, bytes, new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsABodyOfAnyType(Object body) {
        Answer answer = answers.read(CALL, status(200), body);
        assertThat(answer.body().path("id").asText()).isEqualTo("c1");
        assertThat(counted.told).containsExactly("answered 200");
    }

    @Test
    void takesDateRequestIdAndLinkWhateverTheCaseOfTheirNames() {
        Map<String, Object> headers = Map.of(
                "camelhttpresponsecode",
                410,
                "DATE",
                "Mon, 23 Nov 2026 10:00:00 GMT",
                "x-request-id",
                "r9",
                "link",
                List.of("</contacts/c2>; rel=\"canonical\""));
        Answer answer =
                answers.read(CALL.accepting(404, 410), headers, "{\"type\":\"error.list\",\"request_id\":null}");
        assertThat(answer.date()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(answer.requestId()).isEqualTo("r9");
        assertThat(answer.link()).isEqualTo("</contacts/c2>; rel=\"canonical\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204, 205})
    void needsNoContentWhereTheStatusPromisesNone(int status) {
        Answer answer = answers.read(CALL, status(status), null);
        assertThat(answer.body().isMissingNode()).isTrue();
        assertThat(answer.requestId()).isNull();
        assertThat(answer.link()).isEmpty();
    }

    @Test
    void answersAnAcceptedStatusEvenWithForeignContent() {
        Answer answer = answers.read(CALL.accepting(404), status(404), "<html>gone</html>");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "{\"type\":\"list\",\"data\":[{\"id\"", "<html></html>", "\"text\"", "null", "{} {}"})
    void asksAgainWhenTheContentIsMissingCutOrForeign(String body) {
        Transient failure = failure(Transient.class, CALL, 200, body);
        assertThat(failure.isSafeToRepeat()).isTrue();
        assertThat(failure)
                .hasMessageContaining("missing or cut content")
                .hasMessageEndingWith("[run=7 endpoint=contacts account=c1]");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void passingRefusalsAreTransientAndOnlyIdempotentCallsAreSafeToRepeat(int status) {
        assertThat(failure(Transient.class, CALL, status, "").isSafeToRepeat()).isTrue();
        Transient once = failure(Transient.class, TICKET, status, "");
        assertThat(once.isSafeToRepeat()).isFalse();
        assertThat(once).hasMessageContaining("looked up before it is repeated");
    }

    @Test
    void countsARefusedCallApart() {
        failure(Transient.class, CALL, 429, error("rate_limit_exceeded", "Exceeded rate limit of 83 in 10_seconds"));
        assertThat(counted.told).containsExactly("refused");
    }

    @ParameterizedTest
    @CsvSource({"401,unauthorized", "401,", "401,token_unauthorized", "400,token_revoked", "403,token_expired"})
    void aRefusedTokenStopsTheSystemAndNamesTheSetting(int status, String code) {
        Configuration failure = failure(Configuration.class, CALL, status, error(code, "Access Token Invalid"));
        assertThat(failure.capability()).isEqualTo("system");
        assertThat(failure.requestId()).contains("r1");
        assertThat(failure).hasMessageContaining("\"intercom.access-token\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/admins,admin-read,Read admins",
        "GET,/me,admin-read,Read admins",
        "PUT,/admins/1/away,admin-write,Update admins",
        "GET,/admins/activity_logs?page=1,activity-log,Read admin activity logs",
        "POST,/admins/activity_logs/search,activity-log,Read admin activity logs",
        "GET,/teams,team-read,Read admins",
        "PUT,/teams/5,team-write,Update admins",
        "GET,/tags,tag-read,Read tags",
        "GET,/contacts/c1/tags,tag-read,Read tags",
        "POST,/contacts/c1/tags,tag-write,Write tags",
        "DELETE,/tags/3,tag-write,Write tags",
        "GET,/contacts?per_page=150,contact-read,Read and list users and companies",
        "POST,/contacts/search,contact-read,Read and list users and companies",
        "GET,/segments?include_count=true,contact-read,Read and list users and companies",
        "GET,/data_attributes?model=contact,contact-read,Read and list users and companies",
        "POST,/contacts,contact-write,Read and write users",
        "POST,/contacts/c1/archive,contact-write,Read and write users",
        "GET,/companies/scroll,company-read,Read and list users and companies",
        "POST,/companies/list?page=2,company-read,Read and list users and companies",
        "DELETE,/companies/x,company-write,Read and write users",
        "GET,/ticket_types,ticket-read,Read tickets",
        "POST,/tickets/search,ticket-read,Read tickets",
        "POST,/tickets,ticket-write,Write tickets",
        "GET,/other,GET /other,the one for GET /other",
    })
    void aMissingPermissionStopsItsCapabilityAndIsNamed(String method, String path, String capability, String title) {
        Call call = new Call(method, path, null, true, Lane.FULL, "", "", "", Set.of(), false);
        Configuration failure = failure(Configuration.class, call, 403, error("forbidden", "no"));
        assertThat(failure.capability()).isEqualTo(capability);
        assertThat(failure).hasMessageContaining("\"" + title + "\"").hasMessageContaining("Developer Hub");
    }

    @ParameterizedTest
    @CsvSource({"401,forbidden", "403,forbidden", "403,token_unauthorized"})
    void quotesTheScopeThatIntercomMisses(int status, String code) {
        String words = "You do not have the required scope (read_admins) to access this resource";
        Configuration failure = failure(Configuration.class, Call.get("/admins"), status, error(code, words));
        assertThat(failure.capability()).isEqualTo("admin-read");
        assertThat(failure).hasMessageContaining("(scope read_admins)");
    }

    @ParameterizedTest
    @CsvSource({"403,api_plan_restricted", "402,"})
    void tellsAPlanFromAPermission(int status, String code) {
        Call call = new Call("PUT", "/teams/5", null, true, Lane.PROVISIONING, "", "", "", Set.of(), false);
        Configuration failure = failure(Configuration.class, call, status, error(code, ""));
        assertThat(failure.capability()).isEqualTo("team-write");
        assertThat(failure).hasMessageContaining("plan").hasMessageNotContaining("Grant");
    }

    @ParameterizedTest
    @CsvSource({
        "400,parameter_invalid",
        "404,not_found",
        "409,conflict",
        "410,contact_merged",
        "422,data_invalid",
        "400,"
    })
    void everyOtherStatusIsRejectedWithItsCode(int status, String code) {
        Rejected failure = failure(Rejected.class, CALL, status, error(code, ""));
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code()).isEqualTo(code == null ? "" : code);
        assertThat(failure.requestId()).contains("r1");
        assertThat(failure).hasMessageContaining("GET /contacts/c1").hasMessageNotContaining("x=1");
    }

    @Test
    void quotesNeitherMessageNorMailAddressNorForeignCode() {
        Call call = Call.get("/contacts/find_by_external_id/ann@example.com").forAccount("ann@example.com");
        String body = error("ann@example.com", "A contact with ann@example.com exists");
        assertThat(failure(Rejected.class, call, 409, body).getMessage())
                .doesNotContain("example.com")
                .contains("***");
        assertThat(call.toString()).doesNotContain("example.com");
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new UnknownHostException("h"), "the name of api.intercom.example port 443 is not known"),
                Arguments.of(new ConnectException("refused"), "api.intercom.example port 443 takes no connection"),
                Arguments.of(new SocketTimeoutException("read"), "did not answer in time"),
                Arguments.of(new SSLHandshakeException("x"), "TLS with api.intercom.example port 443 failed"),
                Arguments.of(new SocketException("Connection reset"), "broke off"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void putsALostCallIntoWordsThatNameTheHost(Exception cause, String words) {
        Transient failure = catchThrowableOfType(Transient.class, () -> answers.lost(CALL, cause));
        assertThat(failure).hasMessageContaining(words).hasCause(cause).hasMessageEndingWith("account=c1]");
        assertThat(failure.isSafeToRepeat()).isTrue();
        assertThat(counted.told).containsExactly("lost");
    }

    @Test
    void aBodyThatBreaksOffWhileItIsReadIsALostCall() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Premature end");
            }
        };
        assertThat(failure(Transient.class, CALL, 200, broken)).hasMessageContaining("broke off");
        assertThat(counted.told).containsExactly("lost");
    }

    private <T extends Failure> T failure(Class<T> kind, Call call, int status, Object body) {
        return catchThrowableOfType(kind, () -> answers.read(call, status(status), body));
    }

    private static Map<String, Object> status(int status) {
        return Map.of("CamelHttpResponseCode", status);
    }

    private static String error(String code, String message) {
        return "{\"type\":\"error.list\",\"request_id\":\"r1\",\"errors\":[{\"code\":\"" + (code == null ? "" : code)
                + "\",\"message\":\"" + message + "\"}]}";
    }

    @Test
    void readsOnlyTheIdsOfItemsWhereNothingElseIsNeeded() {
        Call members = Listings.contacts().call(null).onlyIds();
        String body =
                "{\"type\":\"list\",\"data\":[{\"id\":\"1\",\"name\":\"Noor\",\"tags\":{\"data\":[{\"id\":\"9\"}]}},"
                        + "{\"id\":2,\"email\":\"a\"}],\"total_count\":2,\"pages\":{\"next\":null}}";

        Answer answer = answers.read(members, Map.of("CamelHttpResponseCode", 200), body);

        assertThat(answer.body().path("data").toString()).isEqualTo("[{\"id\":\"1\"},{\"id\":2}]");
        assertThat(Listings.contacts().read(answer).total()).isEqualTo(2);
    }

    @Test
    void readsAnEmptyListOfIdsAsAList() {
        Call members = Listings.contacts().call(null).onlyIds();
        String body = "{\"type\":\"list\",\"data\":[],\"total_count\":0,\"pages\":{\"next\":null}}";

        Answer answer = answers.read(members, Map.of("CamelHttpResponseCode", 200), body);

        assertThat(Listings.contacts().read(answer).items()).isEmpty();
    }

    @Test
    void takesACutListOfIdsForNoAnswer() {
        Call members = Listings.contacts().call(null).onlyIds();
        String body = "{\"type\":\"list\",\"data\":[{\"id\":\"1\",\"name\":\"No";

        assertThatThrownBy(() -> answers.read(members, Map.of("CamelHttpResponseCode", 200), body))
                .isInstanceOf(Transient.class);
    }
}
