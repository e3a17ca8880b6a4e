package io.eicbridge.dialect.provisioning;

/** What the state of a ticket means for the task that waits for it. */
public enum TicketState {
    /** Nobody has finished it. */
    OPEN,
    /** Its state is one of {@code ticketStatusValue}. */
    COMPLETED,
    /** Its state is one of {@code disContinueStatusValue}. */
    DISCONTINUED
}
