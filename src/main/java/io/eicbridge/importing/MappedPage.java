package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.intercom.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One page in EIC's terms, ready to be stored.
 *
 * @param held the lists that the accounts carried of what they hold
 * @param entitlements entitlements that only accounts tell of, by type
 * @param refused records that cannot be mapped
 * @param next the cursor of the page that follows, null at the end
 * @param own the id of the bridge's own contact, which is read and is nobody's account
 */
public record MappedPage(
        List<AccountRecord> accounts,
        List<HeldList> held,
        Map<String, List<EntitlementRecord>> entitlements,
        List<Refusal> refused,
        int cut,
        String next,
        List<String> own) {

    /** A page without the bridge's own contact. */
    MappedPage(
            List<AccountRecord> accounts,
            List<HeldList> held,
            Map<String, List<EntitlementRecord>> entitlements,
            List<Refusal> refused,
            int cut,
            String next) {
        this(accounts, held, entitlements, refused, cut, next, List.of());
    }

    /** The same page without these accounts and what they hold. */
    MappedPage without(Set<String> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        return new MappedPage(
                accounts.stream().filter(one -> !ids.contains(one.id())).toList(),
                held.stream().filter(list -> !ids.contains(list.account())).toList(),
                entitlements,
                refused,
                cut,
                next,
                own);
    }

    /** What an account holds of one type; {@code whole} if nothing is left out. */
    record HeldList(String type, String account, List<String> ids, boolean whole) {}

    /** A record that cannot be mapped, kept whole with its reason. */
    public record Refusal(String subject, String reason, String payload) {
        /** Of a record whose id, behind {@code prefix}, is its subject; one without id is told by its content. */
        static Refusal of(String prefix, JsonNode item, String reason) {
            String payload = item.toString();
            String id = Ids.text(item.path("id"));
            String content = UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8))
                    .toString();
            return new Refusal(prefix + (id.isEmpty() ? "without id, " + content : id), reason, payload);
        }
    }
}
