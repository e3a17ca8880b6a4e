package io.eicbridge.intercom;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import java.util.regex.Pattern;

/** Decides which of the three failures an error answer of the SCIM server is (RFC 7644, section 3.12). */
final class ScimVerdict {
    /** What waits while SCIM refuses its token or the plan lacks it; the rest of provisioning goes on. */
    private static final String CAPABILITY = "scim";

    private static final Pattern TYPE = Pattern.compile("[A-Za-z]{1,32}");

    private ScimVerdict() {}

    static Failure on(Call call, Answer answer) {
        int status = answer.status();
        if (status == 408 || status == 429 || status >= 500) {
            String message = "No answer to " + call.place() + " of SCIM yet: it answered " + words(answer)
                    + ", it is busy or disturbed. " + Repetition.end(call);
            return new Transient(message, call.idempotent(), answer.requestId(), null);
        }
        if (status == 401) {
            return waits(
                    call,
                    answer,
                    "The SCIM token is not valid: copy the API token from Intercom's SAML SSO settings,"
                            + " and set \"intercom.scim-token\" to it.");
        }
        if (status == 402 || status == 403) {
            return waits(
                    call,
                    answer,
                    "Switch provisioning by SCIM on in Intercom's SAML SSO settings, or take \"intercom.scim-url\" out"
                            + " of the settings: people are asked by queue items then.");
        }
        return new Rejected(
                "Nothing was done: SCIM answered " + words(answer) + " to " + call.place()
                        + ", which no repetition changes. Correct the record or CreateAccountJSON and UpdateAccountJSON. "
                        + call.context(),
                status,
                type(answer),
                answer.requestId());
    }

    private static Configuration waits(Call call, Answer answer, String remedy) {
        String message = "Everything that needs SCIM waits: it answered " + words(answer) + " to " + call.place() + ". "
                + remedy + " " + call.context();
        return new Configuration(message, CAPABILITY, answer.requestId());
    }

    /** Status and error type, which cannot hold personal data; the detail may. */
    private static String words(Answer answer) {
        return answer.status() + (type(answer).isEmpty() ? "" : " " + type(answer));
    }

    private static String type(Answer answer) {
        String type = answer.body().path("scimType").asText("");
        return TYPE.matcher(type).matches() ? type : "";
    }
}
