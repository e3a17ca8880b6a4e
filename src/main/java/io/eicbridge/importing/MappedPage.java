package io.eicbridge.importing;

import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.EntitlementRecord;
import java.util.List;
import java.util.Map;

/**
 * One page in EIC's terms, ready to be stored.
 *
 * @param held the lists that the accounts carried of what they hold
 * @param entitlements entitlements that only accounts tell of, by type
 * @param refused records that cannot be mapped
 * @param next the cursor of the page that follows, null at the end
 */
public record MappedPage(
        List<AccountRecord> accounts,
        List<HeldList> held,
        Map<String, List<EntitlementRecord>> entitlements,
        List<Refusal> refused,
        int cut,
        String next) {

    /** What an account holds of one type; {@code whole} if nothing is left out. */
    record HeldList(String type, String account, List<String> ids, boolean whole) {}

    /** A record that cannot be mapped, kept whole with its reason. */
    public record Refusal(String subject, String reason, String payload) {}
}
