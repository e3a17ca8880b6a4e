package io.eicbridge.directory;

/**
 * One account as it is served.
 *
 * @param account the directory's own key
 * @param number dense from 1 within the endpoint, 0 while no published run saw the account
 * @param status one of the numbers of {@link AccountRecord}
 * @param attributes a JSON object: the stored name ({@link StoredColumns}) of an EIC attribute to text
 */
public record AccountView(
        long account, long number, String id, String name, int status, String attributes, long changedRun) {
    /** False once the account is gone from Intercom or disabled there. */
    public boolean active() {
        return status == AccountRecord.ACTIVE;
    }

    /** Whether Intercom had it when it was last looked for. */
    public boolean live() {
        return status != AccountRecord.GONE;
    }
}
