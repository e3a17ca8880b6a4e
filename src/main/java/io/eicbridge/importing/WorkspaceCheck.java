package io.eicbridge.importing;

import io.eicbridge.directory.Endpoints;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Precision;
import io.eicbridge.intercom.Workspace;
import io.eicbridge.journal.Runs;
import java.time.Instant;
import java.util.Objects;

/** Makes sure that a run reads the workspace which the directory is a copy of, and learns how its dates are searched. */
public final class WorkspaceCheck {
    private final RunTransactions transactions;
    private final Endpoints endpoints;
    private final Runs runs;

    /** Checks against these parts of directory and journal. */
    public WorkspaceCheck(RunTransactions transactions, Endpoints endpoints, Runs runs) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.runs = runs;
    }

    /** The call that tells whose token this is. */
    public Call askIdentity(LiveRun run) {
        return run.own(Call.get("/me"));
    }

    /** Binds the endpoint to the workspace at its first import; another workspace's token is a Configuration failure. */
    public void bind(LiveRun run, Answer answer) {
        Workspace workspace = Workspace.from(answer);
        run.learn(workspace, Objects.requireNonNullElseGet(answer.date(), Instant::now));
        transactions.write(run, handle -> {
            if (run.dry()) {
                endpoints.verify(handle, run.getEndpoint(), workspace.id());
            } else {
                endpoints.bind(handle, run.getEndpoint(), workspace.id());
            }
            return null;
        });
    }

    /** The call that tells how exactly dates are searched. */
    public Call askPrecision(LiveRun run) {
        return run.own(Listings.dataAttributes("contact").call(null));
    }

    /** Keeps the precision with the run. */
    public void learnPrecision(LiveRun run, Answer answer) {
        run.learn(Precision.from(answer));
        transactions.write(run, handle -> {
            runs.learned(
                    handle,
                    run.getId(),
                    run.serverNow(),
                    run.workspace().zone().getId(),
                    run.precision().name());
            return null;
        });
    }
}
