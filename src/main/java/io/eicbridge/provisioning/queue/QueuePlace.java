package io.eicbridge.provisioning.queue;

import java.util.Set;

/**
 * What queue items need in the workspace.
 *
 * @param type Intercom's id of the ticket type
 * @param attributes the names of the attributes that the type has
 * @param requester Intercom's id of the contact in whose name tickets are opened
 */
record QueuePlace(String type, Set<String> attributes, String requester) {}
