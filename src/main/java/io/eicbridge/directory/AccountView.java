package io.eicbridge.directory;

/**
 * One account as it is served.
 *
 * @param account the directory's own key
 * @param number dense from 1 within the endpoint, 0 while no published run saw the account
 * @param active false once the account is gone from Intercom
 * @param attributes a JSON object: the stored name ({@link StoredColumns}) of an EIC attribute to text
 */
public record AccountView(
        long account, long number, String id, String name, boolean active, String attributes, long changedRun) {}
