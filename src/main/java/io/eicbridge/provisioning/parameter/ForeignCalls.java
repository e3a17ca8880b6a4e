package io.eicbridge.provisioning.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes calls to Intercom of what a parameter renders; token, version and pace are the bridge's own. */
public final class ForeignCalls {
    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "DELETE", "HEAD");
    /** Of these the bridge knows what to do: token, plan, permission, time-out, rate. All others the parameter judges. */
    private static final Set<Integer> KNOWN = Set.of(401, 402, 403, 408, 429);

    private static final int[] JUDGED =
            IntStream.range(400, 500).filter(status -> !KNOWN.contains(status)).toArray();
    /** Too many calls at a time: of one that cannot be repeated it must be known that it had no effect. */
    static final int TOO_MANY = 429;

    private final List<String> bases;

    /** Calls may go to these addresses alone, for the token is theirs. */
    public ForeignCalls(List<String> bases) {
        this.bases = List.copyOf(bases);
    }

    Call of(ProvisioningRequest request, RenderedCall rendered) {
        String method = rendered.method().toUpperCase(Locale.ROOT);
        Call call = Call.write(method, rendered.pathUnder(bases), json(rendered))
                .forRun("", request.endpoint())
                .forAccount(request.account() == null ? "" : request.account())
                .forRequest(request.id())
                .accepting(JUDGED);
        return repeatable(rendered) ? call.repeatable() : call.accepting(TOO_MANY);
    }

    static boolean repeatable(RenderedCall rendered) {
        return REPEATABLE.contains(rendered.method().toUpperCase(Locale.ROOT));
    }

    private static JsonNode json(RenderedCall rendered) {
        boolean form = rendered.body() != null && rendered.body().isTextual();
        if (form) {
            throw new Rejected("The call \"" + rendered.name()
                    + "\" sends a form, and Intercom reads JSON alone: give it JSON as its httpParams.");
        }
        return rendered.body();
    }
}
