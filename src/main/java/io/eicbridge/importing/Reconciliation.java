package io.eicbridge.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** One comparison as it stands: how far it is, which accounts have to be looked at again, and what differs. */
final class Reconciliation {
    /** So many accounts are looked at again; beyond them the first look counts. */
    static final int SUSPECTS = 2_000;

    private final long id;
    private final String endpoint;
    private final int limit;
    private final AtomicLong read = new AtomicLong();
    private final Set<String> suspects = new LinkedHashSet<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<Difference> listed = new ArrayList<>();
    private volatile long expected;
    private String state = "running";
    private String reason = "";
    private String note = "";

    Reconciliation(long id, String endpoint, int limit) {
        this.id = id;
        this.endpoint = endpoint;
        this.limit = limit;
        List.of(Difference.MISSING, Difference.EXTRA, Difference.ATTRIBUTE, Difference.MEMBERSHIP)
                .forEach(kind -> counts.put(kind, 0L));
    }

    long id() {
        return id;
    }

    String endpoint() {
        return endpoint;
    }

    void expect(long accounts) {
        expected = accounts;
    }

    long expected() {
        return expected;
    }

    void read(int accounts) {
        read.addAndGet(accounts);
    }

    long read() {
        return read.get();
    }

    /** Has an account looked at again; where there are too many, its difference counts as it is. */
    synchronized void suspect(Difference difference) {
        if (suspects.contains(difference.subject())) {
            return;
        }
        if (suspects.size() < SUSPECTS) {
            suspects.add(difference.subject());
        } else {
            note = "More than " + SUSPECTS + " accounts differ; the others were not looked at a second time.";
            differs(difference);
        }
    }

    synchronized List<String> suspects() {
        return List.copyOf(suspects);
    }

    /** Counts a difference, and lists it while there are few of its kind. */
    synchronized void differs(Difference difference) {
        if (counts.merge(difference.kind(), 1L, Long::sum) <= limit) {
            listed.add(difference);
        }
    }

    /** Drops the values of an account that is forgotten; that it differed stays. */
    synchronized void forget(String account) {
        listed.replaceAll(difference -> difference.subject().equals(account)
                ? new Difference(difference.kind(), account, difference.what(), "", "")
                : difference);
    }

    synchronized void end(String remark) {
        boolean equal = counts.values().stream().allMatch(count -> count == 0);
        state = equal ? "equal" : "different";
        note = (note + " " + remark).strip();
    }

    synchronized void fail(String words) {
        state = "failed";
        reason = words;
    }

    synchronized String state() {
        return state;
    }

    synchronized String reason() {
        return reason;
    }

    synchronized String note() {
        return note;
    }

    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    synchronized List<Difference> listed() {
        return List.copyOf(listed);
    }
}
