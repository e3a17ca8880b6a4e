package io.eicbridge.journal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Attempts and their outcomes, of which each gets exactly one. */
public final class Attempts {
    private static final int LONGEST = 4000;
    private static final int LONGEST_ID = 255;
    private final Clock clock;

    /** Attempts by this clock. */
    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Ends the attempt that {@code request} is in, where it is still this holder's.
     *
     * @return false, with nothing changed, where another process has taken the request over
     */
    public boolean end(Handle handle, ProvisioningRequest request, String holder, Outcome outcome) {
        if (!leave(handle, request, holder, outcome)) {
            return false;
        }
        close(handle, request, outcome);
        return true;
    }

    private void close(Handle handle, ProvisioningRequest request, Outcome outcome) {
        Instant now = clock.instant();
        Instant began = handle.createQuery("select started_at from attempts where request = :id and attempt = :attempt")
                .bind("id", request.id())
                .bind("attempt", request.attempt())
                .mapTo(Instant.class)
                .one();
        handle.createUpdate("update attempts set outcome = :outcome, ended_at = :now, duration_ms = :took,"
                        + " calls = :calls, reason = :reason, intercom_request_id = :requestId"
                        + " where request = :id and attempt = :attempt and outcome is null")
                .bind("outcome", outcome.kind().word())
                .bind("now", now)
                .bind("took", Duration.between(began, now).toMillis())
                .bind("calls", outcome.calls())
                .bind("reason", cut(outcome.reason()))
                .bind("requestId", cut(outcome.intercomRequestId(), LONGEST_ID))
                .bind("id", request.id())
                .bind("attempt", request.attempt())
                .execute();
    }

    private boolean leave(Handle handle, ProvisioningRequest request, String holder, Outcome outcome) {
        return handle.createUpdate("update requests set state = :state,"
                                + " due_at = coalesce(cast(:due as timestamp with time zone), case when owner = 'bridge'"
                                + " and :state = 'waiting' then cast(:now as timestamp with time zone) end), laddered = :laddered,"
                                + " tries = :tries, ended_at = :ended, reason = :reason,"
                                + " intercom_request_id = :requestId, account_id = coalesce(:account, account_id),"
                                + " message = :message, merged_into = null, holder = null, lease_until = null"
                                + " where request = :id and attempt = :attempt and state = 'running'"
                                + " and holder = :holder")
                        .bind("state", outcome.state().word())
                        .bind("due", outcome.dueAt())
                        .bind("now", clock.instant())
                        .bind("laddered", outcome.laddered())
                        .bind("tries", outcome.tries())
                        .bind("ended", outcome.state().ended() ? clock.instant() : null)
                        .bind("reason", cut(outcome.reason()))
                        .bind("requestId", cut(outcome.intercomRequestId(), LONGEST_ID))
                        .bind("account", cut(outcome.accountId(), LONGEST_ID))
                        .bind("message", cut(outcome.message()))
                        .bind("id", request.id())
                        .bind("attempt", request.attempt())
                        .bind("holder", holder)
                        .execute()
                == 1;
    }

    static String cut(String text) {
        return cut(text, LONGEST);
    }

    static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /** All attempts of a request, the first one first. */
    public List<Attempt> of(Handle handle, long request) {
        return handle.createQuery("select attempt, started_at, ended_at, outcome, duration_ms, calls, reason,"
                        + " intercom_request_id from attempts where request = :request order by attempt")
                .bind("request", request)
                .map((row, context) -> attempt(row))
                .list();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        long took = row.getLong("duration_ms");
        Duration duration = row.wasNull() ? null : Duration.ofMillis(took);
        return new Attempt(
                row.getInt("attempt"),
                RequestRows.time(row, "started_at"),
                RequestRows.time(row, "ended_at"),
                outcome == null ? "" : outcome,
                duration,
                row.getInt("calls"),
                row.getString("reason"),
                row.getString("intercom_request_id"));
    }
}
