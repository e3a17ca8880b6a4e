package io.eicbridge.intercom;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;

/** Decides which of the three failures an error answer is, and says what follows and what to do. */
final class Verdict {
    private static final String APP = "in Intercom's Developer Hub, Your apps > the app > Configure > Authentication";

    private Verdict() {}

    static Failure on(Call call, Refusal refusal) {
        if (refusal.passes()) {
            return new Transient(
                    passing(call, refusal), call.idempotent(), refusal.requestId(), null, refusal.status());
        }
        if (refusal.byPlan()) {
            return needs(
                    call,
                    refusal,
                    "The plan of this Intercom workspace does not include it: change the plan, "
                            + "or switch the feature off in the settings.");
        }
        if (refusal.byToken()) {
            return new Configuration(token(call, refusal), "system", refusal.requestId());
        }
        if (refusal.byPermission()) {
            return needs(call, refusal, grant(call, refusal));
        }
        return new Rejected(rejected(call, refusal), refusal.status(), refusal.code(), refusal.requestId());
    }

    private static Failure needs(Call call, Refusal refusal, String remedy) {
        String capability = Permission.of(call).capability();
        String message = "Everything that needs " + capability + " waits: Intercom answered " + refusal.words() + " to "
                + call.place() + ". " + remedy + " " + call.context();
        return new Configuration(message, capability, refusal.requestId());
    }

    private static String grant(Call call, Refusal refusal) {
        String scope = refusal.scope().isEmpty() ? "" : " (scope " + refusal.scope() + ")";
        return "Grant the permission \"" + Permission.of(call).title() + "\"" + scope + " " + APP
                + "; where it is granted, the teammate that the token acts as lacks it.";
    }

    private static String token(Call call, Refusal refusal) {
        return "All calls to Intercom wait: it answered " + refusal.words() + " to " + call.place()
                + ", so the access token is not valid. Copy the token " + APP
                + ", and set \"intercom.access-token\" to it. " + call.context();
    }

    private static String passing(Call call, Refusal refusal) {
        String cause = refusal.status() == 429 ? "its rate is used up" : "it is busy or disturbed";
        return "No answer to " + call.place() + " yet: Intercom answered " + refusal.words() + ", " + cause + ". "
                + Repetition.end(call);
    }

    private static String rejected(Call call, Refusal refusal) {
        return "Nothing was done: Intercom answered " + refusal.words() + " to " + call.place()
                + ", which no repetition changes. " + remedy(refusal.code()) + " " + call.context();
    }

    private static String remedy(String code) {
        return switch (code) {
            case "intercom_version_invalid" -> "Set \"intercom.api-version\" to a version that has this call.";
            case "scroll_exists" -> "Another program reads this workspace's companies: wait a minute, or stop it.";
            default -> "Correct the record or the setting it comes from.";
        };
    }
}
