package io.eicbridge.flow;

import java.time.Duration;

/** Something that uses routes and can rest while they are replaced. */
public interface Standstill {

    /** Comes to rest; answers in words what does not within the limit, empty where all rests. {@link #goOn} follows. */
    String rest(Duration limit);

    /** Goes on, whether everything had come to rest or not. */
    void goOn();
}
