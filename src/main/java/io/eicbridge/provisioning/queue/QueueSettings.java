package io.eicbridge.provisioning.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * How queue items are opened and followed.
 *
 * @param ticketType Intercom's id of the ticket type to be used; the bridge makes its own where there is none
 * @param enqueue whether Intercom makes tickets in jobs of its own
 * @param searchLag how long a new ticket may be unknown to Intercom's search
 * @param grace how long a resolved item may wait for its effect to be seen
 * @param invitation how long an invited teammate may take to accept
 * @param reopens whether an item that was resolved without being done is opened again; its request ends otherwise
 * @param reminder after how long somebody is reminded, and again; zero for never
 * @param limit after how long the request is given up; zero for never
 * @param keep for how long items that have ended are kept
 */
public record QueueSettings(
        Optional<String> ticketType,
        boolean enqueue,
        Duration searchLag,
        Duration grace,
        Duration invitation,
        boolean reopens,
        Duration reminder,
        Duration limit,
        Duration keep) {}
