package io.eicbridge.provisioning.contacts;

/**
 * That Intercom has such a contact already.
 *
 * @param id the contact's id
 * @param archived whether it has to be brought back first
 */
public record ContactConflict(String id, boolean archived) {}
