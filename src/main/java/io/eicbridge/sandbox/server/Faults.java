package io.eicbridge.sandbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The faults that are switched on; of several that fit a request, the first added strikes. */
public final class Faults {
    private final Random random;
    private final List<Armed> armed = new ArrayList<>();

    private static final class Armed {
        private final Fault fault;
        private int seen;
        private int struck;

        private Armed(Fault fault) {
            this.fault = fault;
        }
    }

    /** No faults yet; chance comes from the seed. */
    public Faults(long seed) {
        this.random = new Random(seed);
    }

    /** Switches a fault on. */
    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** Switches all faults off. */
    public synchronized void clear() {
        armed.clear();
    }

    /** The fault that strikes a request of this method and path. */
    synchronized Optional<Fault> strike(String method, String path) {
        return armed.stream()
                .filter(one -> one.fault.fits(method, path) && strikes(one))
                .map(one -> one.fault)
                .findFirst();
    }

    private boolean strikes(Armed one) {
        boolean due = one.seen++ >= one.fault.after() && one.struck < one.fault.times();
        boolean strikes = due && random.nextDouble() < one.fault.probability();
        one.struck += strikes ? 1 : 0;
        return strikes;
    }
}
