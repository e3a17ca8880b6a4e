package io.eicbridge.importing;

import io.eicbridge.failure.About;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hint;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.NewDeadLetter;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts objects aside that Intercom answers for with failures, while it tells of others: they are read again after a while, and after too
 * many tries they are dead letters. One object then never keeps the others of a run from being published.
 */
public final class AsideHints {
    /** What such dead letters are. */
    static final String KIND = "hint";
    /** What stands in a slice whose subject was put aside. */
    static final String ASIDE = "aside";

    private static final Logger LOG = LoggerFactory.getLogger(AsideHints.class);
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final int TRIES = 12;
    /** Where more of one run fail, it is not for these objects. */
    private static final int MOST = 10;

    private static final int NO_RATE = 429;
    private final Checkpoints checkpoints;
    private final Hints hints;
    private final DeadLetters deadLetters;

    /** Objects whose hints and dead letters are in this journal. */
    public AsideHints(Checkpoints checkpoints, Hints hints, DeadLetters deadLetters) {
        this.checkpoints = checkpoints;
        this.hints = hints;
        this.deadLetters = deadLetters;
    }

    /** Ends the question about an object that Intercom answered with a failure; false where the failure is not the object's own. */
    boolean putAside(OpenSlice slice, Transient failure) {
        LiveRun run = slice.run();
        boolean own = failure.status() > 0 && failure.status() != NO_RATE;
        if (!own
                || !run.isTargeted()
                || !run.order().named().isEmpty()
                || run.findings().failedObject() > MOST) {
            return false;
        }
        checkpoints.close(slice, ASIDE, handle -> later(handle, slice, failure));
        return true;
    }

    private Tally later(Handle handle, OpenSlice slice, Transient failure) {
        Hint object = object(slice);
        About about = new About(Long.toString(slice.run().getId()), object.endpoint(), object.id());
        int tries = hints.putAside(handle, slice.run().getId(), object);
        if (tries < TRIES) {
            Duration wait = WAITS.get(Math.min(tries, WAITS.size()) - 1);
            hints.waitFor(handle, object, wait);
            LOG.warn(
                    "Put aside for {} min, as try {} of {} failed; the others are read: {}",
                    wait.toMinutes(),
                    tries,
                    TRIES,
                    about.endOf(About.bare(failure.getMessage())));
        } else {
            giveUp(handle, slice, object, about.endOf(About.bare(failure.getMessage())));
        }
        return new Tally();
    }

    private void giveUp(Handle handle, OpenSlice slice, Hint object, String words) {
        hints.drop(handle, object);
        deadLetters.keep(
                handle,
                List.of(new NewDeadLetter(
                        object.endpoint(), KIND, subject(object), slice.run().getId(), About.bare(words), null)));
        LOG.error("A dead letter after {} tries, read by the next full import at the latest: {}", TRIES, words);
    }

    /** How dead letters name it: an account by its id, an entitlement with its type before. */
    static String subject(Hint object) {
        return object.object().equals(Hint.ACCOUNT) ? object.id() : object.object() + ":" + object.id();
    }

    /** The lists of an account are read because of it. */
    private static Hint object(OpenSlice slice) {
        String endpoint = slice.run().getEndpoint();
        return slice.kind() == SliceKind.CONFIRM_ENTITLEMENT
                ? new Hint(endpoint, Confirmations.type(slice), Confirmations.id(slice))
                : new Hint(endpoint, Hint.ACCOUNT, slice.subject());
    }
}
