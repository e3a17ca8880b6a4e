package io.eicbridge.intercom;

import java.time.Duration;

/** Is told what becomes of every try of a call, for counting. */
public interface CallListener {

    /** An answer came, of whatever status but 429; {@code took} runs from the permit to the answer. */
    void answered(Call call, int status, Duration took);

    /** The same answer whole, of whatever status, once its content could be read. */
    default void heard(Call call, Answer answer) {}

    /** Intercom refused the call because of its rate. */
    void refused(Call call);

    /** No answer came: the connection failed or the time was up. */
    void lost(Call call);

    /** A call of this lane had to wait so long for its turn. */
    void waited(Lane lane, Duration time);
}
