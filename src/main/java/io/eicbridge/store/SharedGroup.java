package io.eicbridge.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Works of several threads in one transaction that is carried out and then committed. */
record SharedGroup(Handle handle, List<SharedWork<?>> works) {
    /**
     * The transaction of these works, not yet committed; null where one of them failed, and nothing of any is left. A
     * ConnectionException where the database cannot be reached.
     */
    static SharedGroup carriedOut(Jdbi jdbi, List<SharedWork<?>> works) {
        Handle handle = jdbi.open();
        try {
            handle.begin();
            works.forEach(work -> work.carryOut(handle));
            return new SharedGroup(handle, works);
        } catch (RuntimeException | Error oneOfThem) {
            undo(handle);
            return null;
        }
    }

    /** Commits and lets the works' threads go on; false where that failed, and nothing of any is left. */
    boolean commit() {
        try {
            handle.commit();
        } catch (RuntimeException | Error refused) {
            undo(handle);
            return false;
        }
        giveBack(handle);
        works.forEach(SharedWork::stored);
        return true;
    }

    private static void giveBack(Handle handle) {
        try {
            handle.close();
        } catch (RuntimeException broken) {
            // the connection is lost, but all is stored: another try would store it twice
        }
    }

    private static void undo(Handle handle) {
        try (handle) {
            handle.rollback();
        } catch (RuntimeException broken) {
            // the connection is lost, and what was not committed with it
        }
    }
}
