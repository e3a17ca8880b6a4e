package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApiAnswersTest {
    private final ApiAnswers answers = new ApiAnswers();
    private final Request call = Calls.call("PUT", "/contacts/api/v1/accounts/tag_memberships", "", "");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Transient("later", true, null, null), 503, "Retry-After", "60"),
                Arguments.of(Refusals.invalid("no"), 400, null, null),
                Arguments.of(Refusals.unauthorized("no"), 401, "WWW-Authenticate", "Bearer realm=\"eic-bridge\""),
                Arguments.of(Refusals.unknown("no"), 404, null, null),
                Arguments.of(Refusals.wrongMethod("no"), 405, "Allow", "GET, POST"),
                Arguments.of(Refusals.outdated("no"), 410, null, null),
                Arguments.of(Refusals.tooLarge("no"), 413, null, null),
                Arguments.of(Refusals.unsupported("no"), 501, null, null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatWentWrongWithTheStatusThatFits(Exception failure, int status, String header, String value)
            throws IOException {
        ApiAnswer answer = answers.failed(call, failure);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(body(answer).path("errorCode").textValue()).isEqualTo("1");
        assertThat(body(answer).path("message").textValue()).isEqualTo(failure.getMessage());
        assertThat(header == null ? answer.headers().isEmpty() : value.equals(answer.header(header)))
                .isTrue();
    }

    @Test
    void asksForPatienceWhereTheDatabaseIsAway() throws IOException {
        SQLException away = new SQLTransientConnectionException("directory - Connection is not available");
        SQLException broken = new SQLException("ada@example.net", "08006");

        for (SQLException cause : new SQLException[] {away, broken}) {
            ApiAnswer answer = answers.failed(call, new IllegalStateException(cause));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(body(answer).path("message").textValue()).contains("ask again later");
        }
    }

    @Test
    void hidesWhatOnlyTheOperatorMustKnow() throws IOException {
        for (Exception failure : new Exception[] {
            new Configuration("the password is wrong"),
            new Rejected("row of ada@example.net"),
            new IllegalStateException("ada@example.net", new IOException())
        }) {
            ApiAnswer answer = answers.failed(call, failure);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(body(answer).path("message").textValue()).startsWith("The bridge failed to answer");
        }
    }

    private static JsonNode body(ApiAnswer answer) throws IOException {
        return new ObjectMapper().readTree((String) answer.body());
    }
}
