package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What Intercom answered to a call.
 *
 * @param body the JSON, never null: a MissingNode where there is none
 * @param date Intercom's own time of the answer, to the second; null if it sent none
 * @param requestId Intercom's id of the request, null if it sent none
 * @param link the Link header, empty if there is none
 */
public record Answer(int status, JsonNode body, Instant date, String requestId, String link) {

    /** Status and request id; never the body, which may hold personal data. */
    @Override
    public String toString() {
        return "Answer[status=" + status + ", requestId=" + requestId + "]";
    }
}
