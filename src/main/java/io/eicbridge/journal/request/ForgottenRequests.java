package io.eicbridge.journal.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Blanks what requests, attempts, steps, audit and dead letters tell of a person; that something was done stays known, with Intercom's id of
 * the account. Its name counts as a personal value, for it is an external id or an e-mail address.
 */
public final class ForgottenRequests {
    private static final String OF_ACCOUNT =
            "endpoint = :endpoint and (account = :id or account_id = :id" + " or name_key = :name)";

    private static final String FORGOTTEN = "reason = case when reason is null then null else 'forgotten' end";

    /** What is open is cancelled first: its values are needed to carry it out. */
    private static final String CANCEL = "update requests set state = 'cancelled', due_at = null, laddered = false,"
            + " ended_at = :now, reason = 'forgotten' where request = any(:ids) and ended_at is null";

    private static final List<String> BLANK = List.of(
            "update requests set bindings = '{}', name_key = null, message = null,"
                    + " account = case when account is null then null else :id end,"
                    + " subject = case when subject is null then null else :id end, request_key = case when "
                    + named("request_key") + " then concat('forgotten ', request) else request_key end, " + FORGOTTEN
                    + " where request = any(:ids)",
            "update attempts set " + FORGOTTEN + " where request = any(:ids)",
            "update request_steps set detail = null, result = case when result is null then null else 'forgotten' end"
                    + " where request = any(:ids)",
            "update audit set body = null, " + FORGOTTEN + ", who = " + unnamed("who") + ", place = " + unnamed("place")
                    + " where request = any(:ids)");

    private static String unnamed(String column) {
        return "case when " + named(column) + " then 'forgotten' else " + column + " end";
    }

    /** As it stands, or as it stands in a path. */
    private static String named(String column) {
        return ":name <> '' and (position(:name in lower(" + column + ")) > 0 or position(:encoded in lower(" + column
                + ")) > 0)";
    }

    /** Whether something is still to be done for the account, which needs the values that would be blanked. */
    public boolean open(Handle handle, String endpoint, String id, String name) {
        return handle.createQuery("select count(*) from requests where " + OF_ACCOUNT + " and ended_at is null"
                                + " and not (state = 'waiting' and due_at is null)")
                        .bind("endpoint", endpoint)
                        .bind("id", id)
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /**
     * Blanks everything about an account; what is not under way just now is not carried out any more.
     *
     * @param name the account's name in lower case, by which creates that failed are found
     * @return how many requests there were
     */
    public int forget(Handle handle, String endpoint, String id, String name, Instant now) {
        List<Long> ids = handle.createQuery(
                        "select request from requests where " + OF_ACCOUNT + " and state <> 'running'")
                .bind("endpoint", endpoint)
                .bind("id", id)
                .bind("name", name)
                .mapTo(Long.class)
                .list();
        handle.createUpdate(CANCEL)
                .bind("now", now)
                .bindArray("ids", Long.class, ids)
                .execute();
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .toLowerCase(Locale.ROOT);
        BLANK.forEach(sql -> handle.createUpdate(sql)
                .configure(SqlStatements.class, any -> any.setUnusedBindingAllowed(true))
                .bindArray("ids", Long.class, ids)
                .bind("id", id)
                .bind("name", name)
                .bind("encoded", encoded)
                .execute());
        blankLetters(handle, endpoint, ids);
        return ids.size();
    }

    private static void blankLetters(Handle handle, String endpoint, List<Long> ids) {
        handle.createUpdate("update dead_letters set payload = null, reason = 'forgotten',"
                        + " state = case when state = 'open' then 'resolved' else state end"
                        + " where endpoint = :endpoint and kind = 'request' and subject = any(:subjects)")
                .bind("endpoint", endpoint)
                .bindArray(
                        "subjects",
                        String.class,
                        ids.stream().map(String::valueOf).toList())
                .execute();
    }
}
