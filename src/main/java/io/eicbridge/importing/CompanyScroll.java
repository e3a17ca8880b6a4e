package io.eicbridge.importing;

import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what follows when the companies scroll breaks: a workspace has only one, and it cannot be picked up again. */
public final class CompanyScroll {
    private static final Logger LOG = LoggerFactory.getLogger(CompanyScroll.class);
    private static final int RESTARTS = 30;
    private static final int NOT_FOUND = 404;
    private final ImportSettings settings;

    /** A scroll that waits as long as the settings say. */
    public CompanyScroll(ImportSettings settings) {
        this.settings = settings;
    }

    /**
     * Begins again from the first company, after a pause where another scroll is open; false if that is of no use. A page that
     * could not be stored is no fault of the scroll and fails here once more.
     */
    boolean again(OpenSlice slice, Failure failure) {
        slice.settle();
        boolean busy = failure instanceof Rejected refused && "scroll_exists".equals(refused.code());
        boolean expired = failure instanceof Rejected refused && refused.status() == NOT_FOUND;
        if (failure instanceof Rejected && !busy && !expired) {
            return false;
        }
        int times = slice.restart();
        if (times == 1) {
            LOG.warn("The companies are read from the first one again: {}", failure.getMessage());
        }
        return times <= RESTARTS
                && (!busy
                        || slice.run().pause(settings.scrollRetry())
                        || slice.run().stopped());
    }
}
