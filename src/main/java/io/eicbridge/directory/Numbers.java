package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The stored numbering of accounts. */
final class Numbers {
    private static final String SELECT = "select first_number, first_account, accounts from account_numbers"
            + " where endpoint = :endpoint order by first_number";
    private static final String UNNUMBERED = "select account from accounts where account >= :first and account <= :last"
            + " and seen_run >= :run order by account fetch first :limit rows only";
    private static final String COUNT =
            "select count(*) from accounts where account >= :first and account <= :last and seen_run >= :run";

    private Numbers() {}

    static Numbering read(Handle handle, String endpoint, long last) {
        return new Numbering(stretches(handle, endpoint), last);
    }

    static List<Stretch> stretches(Handle handle, String endpoint) {
        return handle.createQuery(SELECT)
                .bind("endpoint", endpoint)
                .map((row, context) -> new Stretch(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** Accounts that were seen since a run began and that have no number up to {@code shown}, in the order of their keys. */
    static List<Long> unshown(Handle handle, String endpoint, EndpointRow row, long run, long shown, int limit) {
        List<Long> found = new ArrayList<>();
        for (Gap gap : gaps(handle, endpoint, row, shown)) {
            if (found.size() == limit) {
                break;
            }
            found.addAll(handle.createQuery(UNNUMBERED)
                    .bind("first", gap.first())
                    .bind("last", gap.last())
                    .bind("run", run)
                    .bind("limit", limit - found.size())
                    .mapTo(Long.class)
                    .list());
        }
        return found;
    }

    /** Accounts beyond the first {@code shown} numbers that were seen since a run began and that meet a condition. */
    static long countUnshown(Handle handle, String endpoint, EndpointRow row, long run, long shown, String condition) {
        long count = 0;
        for (Gap gap : gaps(handle, endpoint, row, shown)) {
            count += handle.createQuery(COUNT + condition)
                    .bind("first", gap.first())
                    .bind("last", gap.last())
                    .bind("run", run)
                    .mapTo(Long.class)
                    .one();
        }
        return count;
    }

    /** Numbers accounts from {@code numbered + 1} on; one that follows the last numbered one lengthens its stretch. */
    static void append(Handle handle, String endpoint, long numbered, List<Long> accounts) {
        List<Stretch> stretches = stretches(handle, endpoint);
        Stretch open = stretches.isEmpty() ? new Stretch(0, 0, 0) : stretches.get(stretches.size() - 1);
        long number = numbered;
        for (long account : accounts) {
            number++;
            if (open.continuesWith(number, account)) {
                open = new Stretch(open.firstNumber(), open.firstAccount(), open.accounts() + 1);
            } else {
                save(handle, endpoint, open);
                open = new Stretch(number, account, 1);
            }
        }
        save(handle, endpoint, open);
    }

    /** Leaves the first {@code last} numbers. */
    static void shorten(Handle handle, String endpoint, long last) {
        handle.createUpdate("delete from account_numbers where endpoint = :endpoint and first_number > :last")
                .bind("endpoint", endpoint)
                .bind("last", last)
                .execute();
        handle.createUpdate("update account_numbers set accounts = :last - first_number + 1"
                        + " where endpoint = :endpoint and first_number + accounts - 1 > :last")
                .bind("endpoint", endpoint)
                .bind("last", last)
                .execute();
    }

    private static void save(Handle handle, String endpoint, Stretch stretch) {
        if (stretch.accounts() == 0) {
            return;
        }
        int known = handle.createUpdate("update account_numbers set accounts = :accounts"
                        + " where endpoint = :endpoint and first_number = :number")
                .bind("accounts", stretch.accounts())
                .bind("endpoint", endpoint)
                .bind("number", stretch.firstNumber())
                .execute();
        if (known == 0) {
            handle.createUpdate("insert into account_numbers (endpoint, first_number, first_account, accounts)"
                            + " values (:endpoint, :number, :account, :accounts)")
                    .bind("accounts", stretch.accounts())
                    .bind("endpoint", endpoint)
                    .bind("number", stretch.firstNumber())
                    .bind("account", stretch.firstAccount())
                    .execute();
        }
    }

    private static List<Gap> gaps(Handle handle, String endpoint, EndpointRow row, long shown) {
        List<Gap> gaps = new ArrayList<>();
        long next = row.account(1);
        for (Stretch stretch : Numbers.read(handle, endpoint, shown).byAccount()) {
            addGap(gaps, next, stretch.firstAccount() - 1);
            next = stretch.lastAccount() + 1;
        }
        addGap(gaps, next, row.account(row.accounts()));
        return gaps;
    }

    private static void addGap(List<Gap> gaps, long first, long last) {
        if (first <= last) {
            gaps.add(new Gap(first, last));
        }
    }

    /** Keys without a number. */
    private record Gap(long first, long last) {}
}
