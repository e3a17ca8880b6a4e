package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an error answer of Intercom says, fit to be shown: without e-mail addresses. */
record ErrorAnswer(int status, String code, String message, String requestId) {
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");
    private static final Pattern CANONICAL = Pattern.compile("</contacts/([^>]+)>");
    private static final int LONGEST = 500;

    static ErrorAnswer of(Answer answer) {
        JsonNode error = answer.body().path("errors").path(0);
        String message = ADDRESS.matcher(error.path("message").asText("")).replaceAll("***");
        return new ErrorAnswer(
                answer.status(),
                error.path("code").asText(""),
                message.length() <= LONGEST ? message : message.substring(0, LONGEST),
                answer.requestId());
    }

    /** Id of the contact that took the place of a merged one, as an answer with 410 tells it. */
    static String mergedInto(Answer answer) {
        Matcher matcher = CANONICAL.matcher(answer.link());
        return matcher.find() ? matcher.group(1) : "another contact";
    }

    /** Status, code and message in one. */
    String words() {
        return "Intercom answered " + status + (code.isEmpty() ? "" : " " + code)
                + (message.isEmpty() ? "" : " (" + message + ")");
    }

    /** A refusal with Intercom's status and code. */
    Rejected rejected(String words) {
        return new Rejected(words, status, code, requestId);
    }
}
