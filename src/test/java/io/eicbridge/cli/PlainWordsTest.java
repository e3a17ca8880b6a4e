package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.apache.camel.FailedToCreateRouteException;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
    @Test
    void tellsAFailureInItsOwnWordsWithoutAStackTrace() {
        Typed typed = new Typed(0)
                .failing(new Configuration("'intercom.access-token' is missing. Set INTERCOM_ACCESS_TOKEN."));

        assertThat(typed.execute("run")).isEqualTo(1);
        assertThat(typed.err().strip()).isEqualTo("'intercom.access-token' is missing. Set INTERCOM_ACCESS_TOKEN.");
    }

    @Test
    void showsTheStackTraceOnlyWhenAskedTo() {
        Typed typed = new Typed(0).failing(new IllegalStateException("odd"));

        typed.execute("run", "--debug");
        assertThat(typed.err()).contains("IllegalStateException", "odd", "at io.eicbridge");
    }

    @Test
    void keepsAllLinesOfAMessageWithSeveralProblems() {
        Configuration failure = new Configuration("line 3: unknown key 'colToProps'\nline 9: unknown type 'int'");

        assertThat(PlainWords.words(new RuntimeException("wrapped", failure))).isEqualTo(failure.getMessage());
    }

    @Test
    void addsTheRequestIdOfTheOtherSide() {
        assertThat(PlainWords.words(new Rejected("Refused.", 404, "not_found", "req-1")))
                .isEqualTo("Refused. [request=req-1]");
    }

    @Test
    void explainsAPortInUse() {
        assertThat(PlainWords.words(new RuntimeException(new BindException("Address already in use"))))
                .contains("in use", "already running", "bridge.port");
    }

    @Test
    void explainsAHostThatCannotBeReached() {
        assertThat(PlainWords.words(new RuntimeException(new UnknownHostException("api.intercom.oi"))))
                .contains("no host 'api.intercom.oi'");
        assertThat(PlainWords.words(new ConnectException("Connection refused"))).contains("cannot be reached");
    }

    @Test
    void explainsALockedDatabase() {
        assertThat(PlainWords.words(new RuntimeException(new SQLException("locked", "90020", 90020))))
                .contains("in use by another program", "bridge.api-token");
    }

    @Test
    void pointsToTheRoutesCheckWhereCamelCannotStart() {
        assertThat(PlainWords.words(new FailedToCreateRouteException(
                        "import", "routes/import.camel.yaml:3", "", new IllegalStateException("no step 'x'"))))
                .contains("routes/", "no step 'x'", "eic-bridge routes check");
    }

    @Test
    void admitsWhatItDoesNotKnow() {
        assertThat(PlainWords.words(new RuntimeException(new IllegalStateException("odd"))))
                .contains("should not have happened", "IllegalStateException, odd", "--debug");
    }
}
