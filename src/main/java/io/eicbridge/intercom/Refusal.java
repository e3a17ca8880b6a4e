package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error answer says, reduced to parts that cannot hold personal data.
 *
 * @param code Intercom's error code, empty if there is none
 * @param scope the OAuth scope whose absence Intercom names, empty if it names none
 * @param requestId Intercom's id of the request, null if it sent none
 */
record Refusal(int status, String code, String scope, String requestId) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SCOPE = Pattern.compile("required scope \\(([a-z_]{1,64})\\)");

    static Refusal of(Answer answer) {
        JsonNode error = answer.body().path("errors").path(0);
        String code = error.path("code").asText("");
        Matcher scope = SCOPE.matcher(error.path("message").asText(""));
        return new Refusal(
                answer.status(),
                CODE.matcher(code).matches() ? code : "",
                scope.find() ? scope.group(1) : "",
                answer.requestId());
    }

    boolean passes() {
        return status == 408 || status == 429 || status >= 500;
    }

    /** The plan of the workspace lacks the feature; 402 is how older versions said so. */
    boolean byPlan() {
        return code.equals("api_plan_restricted") || status == 402;
    }

    /** The token is good, but not for this call. */
    boolean byPermission() {
        return status == 403 && !byToken() || status == 401 && code.endsWith("forbidden");
    }

    /** The token itself is refused, so that no call at all can succeed. */
    boolean byToken() {
        boolean tokenCode = code.startsWith("token_") || code.equals("missing_authorization");
        boolean missingScope = status == 403 && code.equals("token_unauthorized");
        return status == 401 && !code.endsWith("forbidden") || tokenCode && !missingScope;
    }

    /** Status and code for a message. */
    String words() {
        return status + (code.isEmpty() ? "" : " " + code);
    }
}
