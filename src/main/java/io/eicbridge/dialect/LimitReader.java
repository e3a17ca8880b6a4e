package io.eicbridge.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads all thresholds: the numbers of removals from EIC's own keys, everything else from the bridge's section. */
final class LimitReader {
    private final Section status;
    private final Section bridge;
    private final Set<String> types;
    private final Findings findings;

    LimitReader(Section status, Section bridge, Set<String> types, Findings findings) {
        this.status = status;
        this.bridge = bridge;
        this.types = types;
        this.findings = findings;
    }

    Thresholds read() {
        Section accounts = bridge.section("accounts", Shapes.BRIDGE_ACCOUNTS);
        Integer accountRemovals = status.number("accountThresholdValue");
        Map<String, Section> entitlements = sections(bridge.entries("entitlements"), Shapes.BRIDGE_ENTITLEMENTS);
        Map<String, Section> memberships = sections(bridge.entries("memberships"), Shapes.BRIDGE_MEMBERSHIPS);
        Map<String, Integer> removals = removals();
        return new Thresholds(
                new Limit(accountRemovals, percent(accounts.section("removals", Shapes.SHARE))),
                limit(accounts, "creations"),
                perType(type -> new Limit(
                        removals.get(type), percent(in(entitlements, type).section("removals", Shapes.SHARE)))),
                perType(type -> limit(in(entitlements, type), "creations")),
                perType(type -> limit(in(memberships, type), "removals")),
                perType(type -> limit(in(memberships, type), "creations")));
    }

    /** EIC's own limits of entitlements: {@code entThresholdValue.entType.<type>.ent}. */
    private Map<String, Integer> removals() {
        Map<String, Located> limits =
                status.section("entThresholdValue", Shapes.ENTITLEMENT_LIMITS).entries("entType");
        Map<String, Integer> removals = new LinkedHashMap<>();
        sections(limits, Shapes.ENTITLEMENT_LIMIT).forEach((type, limit) -> removals.put(type, limit.number("ent")));
        return removals;
    }

    private Map<String, Section> sections(Map<String, Located> entries, Shape shape) {
        Map<String, Section> sections = new LinkedHashMap<>();
        entries.forEach((type, entry) -> {
            if (!types.contains(type)) {
                findings.add(
                        entry,
                        "unknown entitlement type \"" + type + "\"" + Spelling.hint(type, types)
                                + " Allowed, as in entTypes: " + String.join(", ", types));
            }
            sections.put(type, Section.of(entry, shape, findings));
        });
        return sections;
    }

    private Section in(Map<String, Section> sections, String type) {
        return sections.getOrDefault(type, Section.absent(findings));
    }

    private Map<String, Limit> perType(Function<String, Limit> limit) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        types.forEach(type -> limits.put(type, limit.apply(type)));
        return Map.copyOf(limits);
    }

    private static Limit limit(Section owner, String key) {
        Section limit = owner.section(key, Shapes.LIMIT);
        return new Limit(limit.number("value"), percent(limit));
    }

    private static Integer percent(Section limit) {
        return limit.number("percent");
    }
}
