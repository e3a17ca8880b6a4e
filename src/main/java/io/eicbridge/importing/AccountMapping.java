package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.ColumnMapping;
import io.eicbridge.dialect.Row;
import io.eicbridge.dialect.Unmappable;
import io.eicbridge.directory.AccountRecord;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.importing.MappedPage.HeldList;
import io.eicbridge.importing.MappedPage.Refusal;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.OwnContact;
import io.eicbridge.intercom.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes EIC's accounts of Intercom's records; one that cannot be mapped never stops its page. */
public final class AccountMapping {
    /** Maps one page by the endpoint's ImportAccountEntJSON. */
    public MappedPage map(OpenSlice slice, AccountPage page) {
        return map(slice.run(), page);
    }

    MappedPage map(LiveRun run, AccountPage page) {
        List<AccountRecord> accounts = new ArrayList<>();
        List<HeldList> held = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Map<String, EntitlementRecord> roles = new LinkedHashMap<>();
        int cut = 0;
        Set<String> volatileColumns = volatileColumns(run);
        List<JsonNode> own = run.source().ofContacts()
                ? page.records().stream().filter(OwnContact::is).toList()
                : List.of();
        for (JsonNode item : without(page.records(), own)) {
            try {
                Row row = run.source().parameters().accounts().map(prepared(run, item));
                accounts.add(account(run, item, row, volatileColumns));
                held.addAll(HeldLists.of(run, item));
                cut += row.cut();
                role(run, item, roles);
            } catch (Unmappable e) {
                refused.add(Refusal.of("", item, e.getMessage()));
            }
        }
        return new MappedPage(accounts, held, told(run, roles), refused, cut, page.next(), ids(own));
    }

    private static List<JsonNode> without(List<JsonNode> records, List<JsonNode> own) {
        return own.isEmpty()
                ? records
                : records.stream().filter(record -> !own.contains(record)).toList();
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream().map(record -> Ids.text(record.path("id"))).toList();
    }

    private static AccountRecord account(LiveRun run, JsonNode item, Row row, Set<String> volatileColumns) {
        return new AccountRecord(
                Ids.text(item.path("id")),
                AccountNames.of(run.source(), item),
                row.columns(),
                row.volatileColumns(),
                volatileColumns,
                updated(item),
                run.source().marks(item));
    }

    private static Instant updated(JsonNode item) {
        JsonNode time = item.path("updated_at");
        return time.canConvertToLong() ? Instant.ofEpochSecond(time.asLong()) : null;
    }

    private static Set<String> volatileColumns(LiveRun run) {
        return run.source().parameters().accounts().columns().stream()
                .filter(ColumnMapping::isVolatile)
                .map(ColumnMapping::column)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Entitlements that no list of Intercom's tells: the roles of the page's teammates, and the one seat, which always exists. */
    private static Map<String, List<EntitlementRecord>> told(LiveRun run, Map<String, EntitlementRecord> roles) {
        Map<String, List<EntitlementRecord>> told = new LinkedHashMap<>();
        if (!roles.isEmpty()) {
            told.put("Role", List.copyOf(roles.values()));
        }
        if (run.source().entitlements().contains("Seat")) {
            told.put(
                    "Seat",
                    List.of(new EntitlementRecord(
                            HeldLists.INBOX_SEAT, "Inbox seat", new TreeMap<>(Map.of("displayname", "Inbox seat")))));
        }
        return told;
    }

    private static JsonNode prepared(LiveRun run, JsonNode item) {
        return run.source().ofContacts() ? item : withLogin(run, withWorkspace(item, run.workspace()));
    }

    /** An admin's record with the time of the last login, which only the activity log tells. */
    private static JsonNode withLogin(LiveRun run, JsonNode item) {
        Instant login = run.learnt().lastLogins().get(Ids.text(item.path("id")));
        if (login == null || !(item instanceof ObjectNode admin)) {
            return item;
        }
        return admin.put("last_login_at", login.getEpochSecond());
    }

    /** An admin's record with the workspace it belongs to, which Intercom tells only of the token's own admin. */
    static JsonNode withWorkspace(JsonNode item, Workspace workspace) {
        if (!item.isObject()) {
            return item;
        }
        ObjectNode admin = item.deepCopy();
        admin.putObject("app").put("id_code", workspace.id()).put("region", workspace.region());
        return admin;
    }

    private static void role(LiveRun run, JsonNode item, Map<String, EntitlementRecord> roles) throws Unmappable {
        JsonNode role = item.path("role");
        if (role.isObject() && run.source().entitlements().contains("Role")) {
            roles.put(Ids.text(role.path("id")), EntitlementMapping.map(run.source(), "Role", role));
        }
    }
}
