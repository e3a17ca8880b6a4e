package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:03Z"));
    private IntercomSandbox sandbox;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withToken("secret")
                .withContacts(50)
                .withClock(clock)
                .withCallsPerWindow(4));
        client = new Client(sandbox).token("secret");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void refusesAMissingAndAWrongToken() throws Exception {
        assertThat(client.token(null).get("/me").code()).isEqualTo("token_not_found");
        Client.Answer wrong = client.token("guess").get("/me");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("unauthorized");
        assertThat(wrong.at("/type").asText()).isEqualTo("error.list");
        assertThat(wrong.at("/request_id").asText()).isEqualTo(wrong.header("X-Request-Id"));
    }

    @Test
    void refusesWhatTheTokenHasNoScopeFor() throws Exception {
        sandbox.scopes().revoke("read_admins");
        Client.Answer refused = client.get("/admins");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(refused.text()).contains("read_admins");
        assertThat(client.get("/me").status()).isEqualTo(200);
    }

    @Test
    void refusesAnUnknownVersionAndOneNewerThanTheNewest() throws Exception {
        assertThat(client.version("2.99").get("/me").code()).isEqualTo("intercom_version_invalid");
        assertThat(client.version("latest").get("/me").status()).isEqualTo(400);
        assertThat(client.version(null).get("/me").status()).isEqualTo(200);
    }

    @Test
    void refusesAResourceThatTheVersionLacks() throws Exception {
        Client.Answer refused = client.version("2.12").get("/contacts/find_by_external_id/user-100001");
        assertThat(refused.code()).isEqualTo("intercom_version_invalid");
    }

    @Test
    void refusesAnotherMediaTypeThanJson() throws Exception {
        Client.Answer refused = client.send(client.request("/me").setHeader("Accept", "text/xml"));
        assertThat(refused.status()).isEqualTo(406);
    }

    @Test
    void answersAnUnknownPathAndAnUnsupportedMethodWith404() throws Exception {
        assertThat(client.get("/nowhere").code()).isEqualTo("not_found");
        assertThat(client.send("DELETE", "/tags", "").status()).isEqualTo(404);
    }

    @Test
    void tellsItsOwnTimeAndTheRestOfTheWindowInHeaders() throws Exception {
        Client.Answer answer = client.get("/me");
        assertThat(answer.header("Date")).isEqualTo("Sat, 21 Nov 2026 10:00:03 GMT");
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("4");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("3");
        long end = Instant.parse("2026-11-21T10:00:10Z").getEpochSecond();
        assertThat(answer.header("X-RateLimit-Reset")).isEqualTo(String.valueOf(end));
    }

    @Test
    void writesDaysOfTheMonthWithTwoDigits() throws Exception {
        sandbox.controls().clockOffset(Duration.ofDays(10));
        assertThat(client.get("/me").header("Date")).isEqualTo("Tue, 01 Dec 2026 10:00:03 GMT");
    }

    @Test
    void refusesCallsBeyondTheLimitUntilTheWindowEnds() throws Exception {
        for (int call = 0; call < 4; call++) {
            assertThat(client.get("/me").status()).isEqualTo(200);
        }
        Client.Answer refused = client.get("/me");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limit_exceeded");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(sandbox.traffic().mostRefusedPerWindow()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(7));
        assertThat(client.get("/me").status()).isEqualTo(200);
    }

    @Test
    void countsAnswersByPathPatternAndStatus() throws Exception {
        client.get("/contacts/000000000000000000000000");
        client.get("/tags");
        assertThat(sandbox.traffic().answers("GET", "/contacts/{id}", 404)).isEqualTo(1);
        assertThat(sandbox.traffic().answers()).containsEntry("GET /tags 200", 1L);
        assertThat(sandbox.traffic().total()).isEqualTo(2);
        sandbox.traffic().reset();
        assertThat(sandbox.traffic().total()).isZero();
    }

    @Test
    void namesThePortThatIsInUse() {
        int port = sandbox.url().getPort();
        assertThatThrownBy(
                        () -> IntercomSandbox.start(SandboxSettings.defaults().withPort(port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void refusesSettingsOutsideTheirLimits() {
        assertThatThrownBy(() -> SandboxSettings.defaults().withContacts(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> SandboxSettings.defaults().withCallsPerWindow(0))
                .hasMessageContaining("0");
        assertThatThrownBy(
                        () -> IntercomSandbox.start(SandboxSettings.defaults().withMaximumVersion("new")))
                .hasMessageContaining("\"new\"");
    }
}
