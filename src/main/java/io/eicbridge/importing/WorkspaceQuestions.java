package io.eicbridge.importing;

import io.eicbridge.directory.Endpoints;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Precision;
import io.eicbridge.intercom.Workspace;
import io.eicbridge.journal.Logins;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.time.Instant;
import java.util.Objects;

/** Learns of the workspace what reading needs, without binding or storing anything. */
final class WorkspaceQuestions {
    private final Store store;
    private final Calls calls;
    private final AccountPlan plan;
    private final Endpoints endpoints = new Endpoints();

    WorkspaceQuestions(Store store, Calls calls, ContactSlices lists, Runs runs, ImportSettings settings) {
        this.store = store;
        this.calls = calls;
        this.plan = new AccountPlan(store, runs, lists, new LastLogins(store, new Logins(), calls), settings);
    }

    /** Another workspace's token is a Configuration failure. */
    void learn(LiveRun run) {
        Answer me = calls.send(run.own(Call.get("/me")));
        Workspace workspace = Workspace.from(me);
        run.learn(workspace, Objects.requireNonNullElseGet(me.date(), Instant::now));
        store.read(handle -> {
            endpoints.verify(handle, run.getEndpoint(), workspace.id());
            return null;
        });
        run.learn(Precision.from(
                calls.send(run.own(Listings.dataAttributes("contact").call(null)))));
        plan.prepare(run);
    }
}
