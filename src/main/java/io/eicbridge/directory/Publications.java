package io.eicbridge.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which runs count: a run's new accounts, and its new and ended memberships, are seen once it is published. */
public final class Publications {
    private static final String PUBLISHED = "select r.run, r.publication, r.published_count, e.endpoint_no from runs r"
            + " join endpoints e on e.endpoint = r.endpoint where r.endpoint = :endpoint and r.run = :run"
            + " and r.publication is not null and r.publication >= e.forgotten";
    private static final String HIDDEN =
            "select run from runs where endpoint = :endpoint and publication is null and swept = false and dry = false"
                    + " union all select run from runs where endpoint = :endpoint and publication > :publication"
                    + " and dry = false";

    /** The newest published state; none before the first complete run. */
    public Optional<Pin> current(Handle handle, String endpoint) {
        return handle.createQuery("select published_run from endpoints where endpoint = :endpoint"
                        + " and published_run is not null and complete_run is not null")
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .findOne()
                .flatMap(run -> at(handle, endpoint, run));
    }

    /** The last complete full run that was published; none before the first. */
    public Optional<Long> completeRun(Handle handle, String endpoint) {
        return handle.createQuery(
                        "select complete_run from endpoints where endpoint = :endpoint and complete_run is not null")
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .findOne();
    }

    /** When the last complete run was published; none before the first. */
    public Optional<Instant> completedAt(Handle handle, String endpoint) {
        return handle.createQuery(
                        "select complete_at from endpoints where endpoint = :endpoint and complete_at is not null")
                .bind("endpoint", endpoint)
                .mapTo(Instant.class)
                .findOne();
    }

    /** When the last import, full or incremental, was published; a targeted run says nothing of what it did not read. */
    public Optional<Instant> importedAt(Handle handle, String endpoint) {
        return handle.createQuery("select ended_at from runs where endpoint = :endpoint and publication is not null"
                        + " and mode <> 'targeted' and ended_at is not null order by publication desc"
                        + " fetch first 1 rows only")
                .bind("endpoint", endpoint)
                .mapTo(Instant.class)
                .findOne();
    }

    /** When the last complete full run began, by Intercom's clock; none before the first. */
    public Optional<Instant> completeSince(Handle handle, String endpoint) {
        return handle.createQuery("select r.server_started_at from endpoints e join runs r on r.run = e.complete_run"
                        + " where e.endpoint = :endpoint and r.server_started_at is not null")
                .bind("endpoint", endpoint)
                .mapTo(Instant.class)
                .findOne();
    }

    /** The state that a run published, so that a reader keeps it while newer ones appear; empty once newer ones are deleted. */
    public Optional<Pin> at(Handle handle, String endpoint, long run) {
        return handle.createQuery(PUBLISHED)
                .bind("endpoint", endpoint)
                .bind("run", run)
                .map((row, context) -> new Published(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)))
                .findOne()
                .map(found -> new Pin(
                        endpoint,
                        found.endpointNo(),
                        found.run(),
                        found.publication(),
                        found.accounts(),
                        hidden(handle, endpoint, found.publication()),
                        Numbers.read(handle, endpoint, found.accounts())));
    }

    /** Runs that are not published: what they began or ended does not count. */
    public Set<Long> hiddenRuns(Handle handle, String endpoint) {
        return hidden(handle, endpoint, Long.MAX_VALUE);
    }

    /** A run as the writer of memberships. */
    public Writing writing(Handle handle, String endpoint, long run) {
        return new Writing(endpoint, run, hiddenRuns(handle, endpoint));
    }

    /** Accounts that a publication of the run would show for the first time; a killed publication has numbered some. */
    public long countNew(Handle handle, String endpoint, long run) {
        return countNew(handle, endpoint, run, "");
    }

    /** Those of them whose content the run itself stored or changed. */
    public long countNewChanged(Handle handle, String endpoint, long run) {
        return countNew(handle, endpoint, run, " and changed_run = :run");
    }

    /** A number alone does not count: a publication that was killed may have given it. */
    private static long countNew(Handle handle, String endpoint, long run, String condition) {
        return Endpoints.find(handle, endpoint)
                .map(row -> Numbers.countUnshown(handle, endpoint, row, run, shown(handle, endpoint), condition))
                .orElse(0L);
    }

    /** Those accounts, in the order of their keys, at most {@code limit}. */
    public List<Missing> newAccounts(Handle handle, String endpoint, long run, int limit) {
        List<Long> keys = Endpoints.find(handle, endpoint)
                .map(row -> Numbers.unshown(handle, endpoint, row, run, shown(handle, endpoint), limit))
                .orElse(List.of());
        return handle.createQuery(
                        "select account, account_id, name from accounts where account = any(:keys) order by account")
                .bindArray("keys", Long.class, keys)
                .map((row, context) -> new Missing(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * Takes back the numbers that a publication gave before it was killed: nobody has seen them, and a publication of another run
     * would show their accounts without what they hold. A publication begins with it.
     */
    public void takeBack(Handle handle, String endpoint) {
        Endpoints.lock(handle, endpoint);
        long shown = shown(handle, endpoint);
        if (numbered(handle, endpoint) > shown) {
            Numbers.shorten(handle, endpoint, shown);
            handle.createUpdate("update endpoints set numbered = :shown where endpoint = :endpoint")
                    .bind("shown", shown)
                    .bind("endpoint", endpoint)
                    .execute();
        }
    }

    /**
     * Gives the next numbers to accounts that the run saw and that have none; call it in transactions of their own until it
     * returns less than {@code limit}, then {@link #seal}.
     */
    public int number(Handle handle, String endpoint, long run, int limit) {
        EndpointRow row = Endpoints.lock(handle, endpoint);
        List<Long> accounts = Numbers.unshown(handle, endpoint, row, run, Long.MAX_VALUE, limit);
        if (!accounts.isEmpty()) {
            Numbers.append(handle, endpoint, numbered(handle, endpoint), accounts);
            handle.createUpdate("update endpoints set numbered = numbered + :more where endpoint = :endpoint")
                    .bind("more", accounts.size())
                    .bind("endpoint", endpoint)
                    .execute();
        }
        return accounts.size();
    }

    /**
     * Makes everything that the run stored visible at once, and returns the publication's count.
     *
     * @param full whether the run read everything, so that the endpoint may be served from now on
     */
    public long seal(Handle handle, String endpoint, long run, boolean full, Instant now) {
        Endpoints.lock(handle, endpoint);
        boolean first = count(handle, endpoint, "publication") == 0;
        handle.createUpdate("update endpoints set publication = publication + 1, published_count = numbered,"
                        + " published_run = :run where endpoint = :endpoint")
                .bind("run", run)
                .bind("endpoint", endpoint)
                .execute();
        mark(handle, endpoint, run);
        PublicationLog.publication(handle, endpoint, run, first);
        if (full) {
            complete(handle, endpoint, run, now);
        }
        return handle.createQuery("select publication from endpoints where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .one();
    }

    private static void mark(Handle handle, String endpoint, long run) {
        handle.createUpdate(
                        "update runs set publication = (select publication from endpoints where endpoint = :endpoint),"
                                + " published_count = (select numbered from endpoints where endpoint = :endpoint) where run = :run")
                .bind("run", run)
                .bind("endpoint", endpoint)
                .execute();
    }

    private static void complete(Handle handle, String endpoint, long run, Instant now) {
        handle.createUpdate("update endpoints set complete_run = :run, complete_at = :now where endpoint = :endpoint")
                .bind("run", run)
                .bind("now", now)
                .bind("endpoint", endpoint)
                .execute();
    }

    private static long shown(Handle handle, String endpoint) {
        return count(handle, endpoint, "published_count");
    }

    private static long numbered(Handle handle, String endpoint) {
        return count(handle, endpoint, "numbered");
    }

    private static long count(Handle handle, String endpoint, String column) {
        return handle.createQuery("select " + column + " from endpoints where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .one();
    }

    private static Set<Long> hidden(Handle handle, String endpoint, long publication) {
        return handle.createQuery(HIDDEN)
                .bind("endpoint", endpoint)
                .bind("publication", publication)
                .mapTo(Long.class)
                .set();
    }

    private record Published(long run, long publication, long accounts, int endpointNo) {}
}
