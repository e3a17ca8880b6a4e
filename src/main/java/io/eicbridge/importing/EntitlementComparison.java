package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.Unmappable;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.directory.PublishedAccounts;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Compares lists of entitlements. Companies are not listed here: a workspace has one scroll, which an import may need at the same
 * moment; they are compared by the contacts that hold them.
 */
final class EntitlementComparison {
    private static final Map<String, Supplier<Listing>> LISTS = Map.of(
            "Team", Listings::teams,
            "Tag", Listings::tags,
            "Segment", Listings::segments,
            "Subscription", Listings::subscriptionTypes);
    private final PublishedState published;
    private final ContactSlices lists;

    EntitlementComparison(PublishedState published, ContactSlices lists) {
        this.published = published;
        this.lists = lists;
    }

    /** The differences of all types that are imported; what differs is looked at twice. */
    List<Difference> of(LiveRun run) {
        List<Difference> all = new ArrayList<>();
        run.source().entitlements().stream()
                .filter(LISTS::containsKey)
                .sorted()
                .forEach(type -> all.addAll(of(run, type).isEmpty() ? List.of() : of(run, type)));
        return all;
    }

    private List<Difference> of(LiveRun run, String type) {
        Map<String, EntitlementView> stored = new HashMap<>();
        published.entitlements(run.getEndpoint(), type).forEach(view -> stored.put(view.id(), view));
        List<Difference> differences = new ArrayList<>();
        for (JsonNode item : lists.items(run, LISTS.get(type).get())) {
            EntitlementView known = stored.remove(Ids.text(item.path("id")));
            compare(run, type, item, known, differences);
        }
        stored.values().stream()
                .filter(EntitlementView::active)
                .forEach(view -> differences.add(
                        new Difference(Difference.EXTRA, type + " " + view.id(), "entitlement", view.value(), "")));
        return differences;
    }

    private static void compare(
            LiveRun run, String type, JsonNode item, EntitlementView known, List<Difference> differences) {
        String name = EntitlementMapping.name(type, item);
        if (run.source().excluded().covers(type, name)) {
            return;
        }
        String subject = type + " " + Ids.text(item.path("id"));
        if (known == null || !known.active()) {
            differences.add(
                    new Difference(Difference.MISSING, subject, "entitlement", known == null ? "" : "gone", name));
            return;
        }
        try {
            EntitlementRecord told = EntitlementMapping.map(run.source(), type, item);
            PublishedAccounts.differences(known, told)
                    .forEach((column, values) -> differences.add(
                            new Difference(Difference.ATTRIBUTE, subject, column, values.get(0), values.get(1))));
        } catch (Unmappable kept) {
            // what cannot be mapped waits in the dead letters and is no difference
        }
    }
}
