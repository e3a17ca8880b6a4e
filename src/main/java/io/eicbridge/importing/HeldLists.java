package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.importing.MappedPage.HeldList;
import io.eicbridge.intercom.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Takes out of one Intercom record what the account holds, and whether that is all of it. */
final class HeldLists {
    /** The one seat that Intercom's API tells of. */
    static final String INBOX_SEAT = "inbox";

    private HeldLists() {}

    static List<HeldList> of(LiveRun run, JsonNode item) {
        return run.source().ofContacts() ? ofContact(run, item) : ofTeammate(run.source(), item);
    }

    private static List<HeldList> ofTeammate(EndpointImport endpoint, JsonNode admin) {
        String id = Ids.text(admin.path("id"));
        List<HeldList> lists = new ArrayList<>();
        JsonNode teams = admin.path("team_ids");
        lists.add(new HeldList("Team", id, texts(teams), teams.isArray()));
        lists.add(new HeldList("Role", id, role(admin.path("role")), true));
        JsonNode seat = admin.path("has_inbox_seat");
        lists.add(new HeldList("Seat", id, seat.asBoolean() ? List.of(INBOX_SEAT) : List.of(), seat.isBoolean()));
        // what the record does not tell of a teammate stays as it is: no other call would tell it
        lists.removeIf(list -> !endpoint.links(list.type()) || !list.whole());
        return lists;
    }

    /** Intercom leaves the role out of a teammate who has none, so that a missing one is no gap. */
    private static List<String> role(JsonNode role) {
        String id = Ids.text(role.path("id"));
        return id.isEmpty() ? List.of() : List.of(id);
    }

    private static List<HeldList> ofContact(LiveRun run, JsonNode contact) {
        String id = Ids.text(contact.path("id"));
        List<HeldList> lists = new ArrayList<>();
        lists.add(embedded("Tag", id, contact.path("tags")));
        lists.add(embedded("Company", id, contact.path("companies")));
        if (run.source().links("Subscription")) {
            lists.add(subscriptions(run, id, contact));
        }
        lists.removeIf(list -> !run.source().links(list.type()));
        return lists;
    }

    /** A list that is not there at all says nothing: only one that is there and ends may end memberships. */
    private static boolean isWhole(JsonNode list) {
        return list.path("data").isArray() && !list.path("has_more").asBoolean();
    }

    private static HeldList embedded(String type, String account, JsonNode list) {
        return new HeldList(type, account, ids(list), isWhole(list));
    }

    private static HeldList subscriptions(LiveRun run, String account, JsonNode contact) {
        JsonNode in = contact.path("opted_in_subscription_types");
        JsonNode out = contact.path("opted_out_subscription_types");
        boolean whole = isWhole(in) && isWhole(out);
        Set<String> chosen = new java.util.HashSet<>(ids(in));
        chosen.addAll(ids(out));
        return new HeldList("Subscription", account, received(run.learnt().subscriptionOptIn(), chosen), whole);
    }

    /** What a contact receives: opt-in types that it chose, and opt-out types that it did not choose to leave. */
    static List<String> received(Map<String, Boolean> optIn, Set<String> chosen) {
        return optIn.entrySet().stream()
                .filter(type -> type.getValue() == chosen.contains(type.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.path("data").spliterator(), false)
                .map(item -> Ids.text(item.path("id")))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(Ids::text).toList();
    }
}
