package io.eicbridge.provisioning;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.journal.DeadLetterState;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hint;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.NewDeadLetter;
import io.eicbridge.journal.request.Ends;
import io.eicbridge.journal.request.LaterRequests;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.StoredJson;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What an outcome entails, in its own transaction: dead letters, requests that depend on it, and what imports have to read again. */
final class Aftermath {
    /** What dead letters of requests are called. */
    static final String KIND = "request";

    /** Intercom's ids are shorter; what is longer is none. */
    private static final int LONGEST_ID = 64;

    private final DeadLetters letters;
    private final LaterRequests later;
    private final Hints hints;
    private final Set<String> whole;
    private final Ends ends;
    private final DisabledAccounts disabled;

    /** Endpoints in {@code whole} are short enough to be imported whole instead of account by account. */
    Aftermath(
            DeadLetters letters,
            LaterRequests later,
            Hints hints,
            Set<String> whole,
            Ends ends,
            DisabledAccounts disabled) {
        this.letters = letters;
        this.later = later;
        this.hints = hints;
        this.whole = Set.copyOf(whole);
        this.ends = ends;
        this.disabled = disabled;
    }

    void succeeded(Handle handle, ProvisioningRequest request, String accountId) {
        letters.settle(handle, request.endpoint(), KIND, subject(request), DeadLetterState.RESOLVED);
        if (request.operation() == Operation.CREATE && accountId != null) {
            later.adopt(handle, request.id(), accountId);
        }
    }

    void failed(Handle handle, ProvisioningRequest request, String reason) {
        letter(handle, request, reason);
        disabled.neverDisabled(handle, request.id());
        if (request.operation() == Operation.CREATE) {
            String because =
                    "The account was not created: " + request.context() + " failed. Replay it first, then this.";
            later.ofCreate(handle, request.id()).forEach(dependant -> {
                ends.end(handle, dependant.id(), new Ends.End(RequestState.REJECTED, because, null, null));
                letter(handle, dependant, because);
            });
        }
    }

    private void letter(Handle handle, ProvisioningRequest request, String reason) {
        letters.keep(
                handle,
                List.of(new NewDeadLetter(
                        request.endpoint(),
                        KIND,
                        subject(request),
                        null,
                        reason,
                        StoredJson.text(request.bindings()))));
    }

    static String subject(ProvisioningRequest request) {
        return Long.toString(request.id());
    }

    /** Intercom may have changed: an import reads what it then has, so that it alone writes the directory. */
    void changed(Handle handle, ProvisioningRequest request, String accountId) {
        String id = accountId == null ? request.account() : accountId;
        if (whole.contains(request.endpoint())) {
            hints.add(handle, List.of(new Hint(request.endpoint(), Hint.IMPORT, "")), topic(request));
        } else if (id != null && id.length() <= LONGEST_ID) {
            boolean account = !request.operation().ofEntitlement();
            String object = account ? Hint.ACCOUNT : request.asked().entitlementType();
            hints.add(handle, List.of(new Hint(request.endpoint(), object, id)), topic(request));
        }
    }

    /** What the history of an account tells as the cause. */
    private static String topic(ProvisioningRequest request) {
        return "request " + request.id();
    }
}
