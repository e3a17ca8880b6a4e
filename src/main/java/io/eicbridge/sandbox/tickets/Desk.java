package io.eicbridge.sandbox.tickets;

import io.eicbridge.sandbox.workspace.Time;
import java.time.Duration;

/** Everything about tickets in one workspace. */
public record Desk(TicketTypes types, TicketStates states, Tickets tickets, Jobs jobs) {
    /** A desk without types and tickets; the search follows changes after the lag. */
    public static Desk empty(Time time, Duration lag) {
        return new Desk(new TicketTypes(time), new TicketStates(), new Tickets(time, lag), new Jobs());
    }

    /** Takes every change back. */
    public void reset() {
        types.reset();
        states.reset();
        tickets.reset();
        jobs.reset();
    }
}
