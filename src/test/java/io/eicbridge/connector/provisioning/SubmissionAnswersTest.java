package io.eicbridge.connector.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.connector.ApiAnswer;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private final SubmissionAnswers answers = new SubmissionAnswers();

    private static ProvisioningRequest request(String key, Operation operation, RequestState state, String reason) {
        NewRequest asked = new NewRequest(
                "contacts",
                "eic",
                key,
                operation,
                operation.ofAccount() ? "a1" : null,
                null,
                operation.ofEntitlement() ? "VIP" : null,
                RetryOwner.CALLER,
                JsonNodeFactory.instance.objectNode());
        return new ProvisioningRequest(17, asked, state, 1, 0, NOW, NOW, null, reason, null, null, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUCCEEDED | 200 | Done.",
                "REJECTED | 422 | because",
                "DISCARDED | 422 | because",
                "CANCELLED | 422 | because",
                "DEAD | 502 | because",
                "HELD | 503 | because Call again with the same key.",
                "WAITING | 503 | because Call again with the same key.",
                "QUEUED | 503 | because Call again with the same key.",
                "RUNNING | 503 | It is still being carried out. Call again with the same key."
            })
    void tellsEveryStateByStatusAndReason(RequestState state, int status, String message) {
        String reason = state == RequestState.SUCCEEDED ? null : "because";
        ApiAnswer answer = answers.told(request("k", Operation.DISABLE, state, reason), null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "60" : null);
        assertThat(answer.body())
                .hasToString("{\"errorCode\":\"" + (status == 200 ? "0" : "1") + "\",\"message\":\"" + message
                        + "\",\"accountID\":\"a1\",\"requestId\":\"17\"}");
    }

    @Test
    void tellsWhereToAskForTheRestWhereTheCallerWantsItLater() {
        ApiAnswer answer =
                answers.told(request("k", Operation.DISABLE, RequestState.HELD, "Too many."), "respond-async");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().toString()).contains("Too many. GET /contacts/api/v1/requests/17 tells");
    }

    @Test
    void leavesOutWhatOnlyLogsNeed() {
        String reason = "No such tag. [run= endpoint=contacts account=a1] [request=17]";
        ApiAnswer answer = answers.told(request("k", Operation.DISABLE, RequestState.REJECTED, reason), null);

        assertThat(answer.body().toString()).contains("\"message\":\"No such tag.\"");
    }

    @Test
    void doesNotAskForARepetitionThatWouldBeAnotherRequest() {
        String keyless = Submissions.KEYLESS + "1";
        ApiAnswer answer = answers.told(request(keyless, Operation.DISABLE, RequestState.RUNNING, null), null);

        assertThat(answer.body().toString())
                .contains("the same call would be another request")
                .doesNotContain("Call again");
    }

    @Test
    void takesTheNameOfAnEntitlementThatIsNotMadeForNoId() {
        ApiAnswer made =
                answers.told(request("k", Operation.CREATE_ENTITLEMENT, RequestState.REJECTED, "because"), null);
        ApiAnswer deleted =
                answers.told(request("k", Operation.DELETE_ENTITLEMENT, RequestState.REJECTED, "because"), null);

        assertThat(made.body().toString()).contains("\"entitlementID\":\"\"").doesNotContain("accountID");
        assertThat(deleted.body().toString()).contains("\"entitlementID\":\"VIP\"");
    }
}
