package io.eicbridge.journal.request;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request stands. */
public enum RequestState {
    /** Is carried out once it is due; without a due time nothing runs until its caller calls again. */
    WAITING,
    /** Is being carried out by a process that holds a lease on it. */
    RUNNING,
    /** Exceeds a limit and waits until somebody releases it. */
    HELD,
    /** Waits for a person who works on its queue item. */
    QUEUED,
    SUCCEEDED,
    /** Nobody's repetition helps. */
    REJECTED,
    /** All tries are used up. */
    DEAD,
    /** Somebody decided that it is not carried out. */
    DISCARDED,
    /** Its queue item was taken back. */
    CANCELLED;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word, empty for a word that is none. */
    public static Optional<RequestState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }

    /** Whether nothing more happens by itself or by a person: the request has its outcome. */
    public boolean ended() {
        return ordinal() >= SUCCEEDED.ordinal();
    }

    /** Whether it ended otherwise than asked. */
    public boolean failed() {
        return ordinal() > SUCCEEDED.ordinal();
    }
}
