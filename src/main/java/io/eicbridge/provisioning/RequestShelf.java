package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Attempts;
import io.eicbridge.journal.request.Audit;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.Pauses;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestList;
import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.regex.Pattern;

/** Where people look at requests: lists by filter, one with its history, and what is paused. */
public final class RequestShelf {
    private static final Pattern CONTEXT = Pattern.compile("( \\[(?:run|request)=[^\\]]*\\])+$");
    private static final int AUDIT = 1_000;
    private final Store store;
    private final Requests requests;
    private final Attempts attempts;
    private final Audit audit;
    private final Pauses pauses;
    private final RequestList list = new RequestList();

    RequestShelf(Store store, Requests requests, Attempts attempts, Audit audit, Pauses pauses) {
        this.store = store;
        this.requests = requests;
        this.attempts = attempts;
        this.audit = audit;
        this.pauses = pauses;
    }

    /** Requests of a list and how many there are beyond its limit too. */
    public record Listed(List<ProvisioningRequest> requests, long total) {}

    /** The newest first. */
    public Listed list(RequestQuery query) {
        return store.read(handle -> new Listed(list.list(handle, query), list.count(handle, query)));
    }

    /** One with its history, of the audit the newest thousand entries; Rejected with 404 where there is none. */
    public RequestDetails show(long id) {
        return store.read(handle -> new RequestDetails(
                requests.find(handle, id).orElseThrow(() -> Refusals.unknown(id)),
                attempts.of(handle, id),
                list.steps(handle, id),
                audit.of(handle, id, AUDIT)));
    }

    /** Why a request stands where it stands, without its context, which log lines add themselves; empty where there is nothing to say. */
    public String reason(long id) {
        String reason = store.read(handle -> requests.find(handle, id))
                .orElseThrow(() -> Refusals.unknown(id))
                .reason();
        return reason == null ? "" : CONTEXT.matcher(reason).replaceFirst("");
    }

    /** What waits for a token, a permission or a plan. */
    public List<Pause> paused() {
        return store.read(pauses::all);
    }
}
