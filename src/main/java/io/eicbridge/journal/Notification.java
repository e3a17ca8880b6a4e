package io.eicbridge.journal;

/**
 * A notification of Intercom, without what it tells.
 *
 * @param id Intercom's own id of it
 * @param object what kind of object it points at, null for none; likewise {@code objectId}
 */
public record Notification(String id, String topic, String object, String objectId) {}
