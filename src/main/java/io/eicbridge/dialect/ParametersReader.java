package io.eicbridge.dialect;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks through an ImportAccountEntJSON file, section by section. */
final class ParametersReader {
    private static final String NEVER = "the bridge never acts on a failed read";
    private final Section root;
    private final Section bridge;
    private final EicDates dates;
    private final Findings findings;

    private ParametersReader(Section root, Findings findings) {
        this.root = root;
        this.findings = findings;
        this.bridge = root.section("eicBridge", Shapes.BRIDGE);
        this.dates = dates(root.section("globalSettings", Shapes.GLOBAL));
    }

    static ImportParameters read(Path file) {
        Findings findings = new Findings(file.toString());
        Section root = Section.of(LocatedReader.read(file, findings), Shapes.ROOT, findings);
        ImportParameters parameters = new ParametersReader(root, findings).parameters();
        findings.settle();
        return parameters;
    }

    private ImportParameters parameters() {
        root.required("accountParams", "Add how accounts are mapped");
        Section accounts = root.section("accountParams", Shapes.ACCOUNTS);
        Section status = accounts.section("statusAndThresholdConfig", Shapes.STATUS);
        if (!accounts.isAbsent()) {
            verify(accounts);
            accounts.required(
                    "statusAndThresholdConfig", "Add statusColumn, activeStatus, inactiveStatus and the thresholds");
        }
        RowMapping accountRows = accountRows(accounts);
        Map<String, RowMapping> entitlements = entitlements();
        StatusRule rule = new StatusReader(status, findings).read(accounts);
        Thresholds limits = new LimitReader(status, bridge, entitlements.keySet(), findings).read();
        return new ImportParameters(accountRows, entitlements, rule, limits);
    }

    private RowMapping accountRows(Section accounts) {
        Section own = bridge.section("accounts", Shapes.BRIDGE_ACCOUNTS);
        return new CallReader(EicColumns.ACCOUNT, Shapes.ACCOUNT_CALL, dates, findings)
                .read(accounts, own.elements("volatileColumns"), Map.of());
    }

    private Map<String, RowMapping> entitlements() {
        Section section = root.section("entitlementParams", Shapes.ENTITLEMENTS);
        Map<String, RowMapping> entitlements = new LinkedHashMap<>();
        if (!section.isAbsent()) {
            verify(section);
            ordered(section.entries("entTypes")).forEach(type -> entitlements.put(type.key(), rows(type)));
            verifySupported(section, entitlements);
        }
        return entitlements;
    }

    /** Types by their order, those without one last and as the file lists them. */
    private List<Located> ordered(Map<String, Located> types) {
        return types.values().stream()
                .sorted(Comparator.comparingInt(this::order))
                .toList();
    }

    private int order(Located type) {
        Integer order = Section.of(type, Shapes.ENTITLEMENT_TYPE, findings).number("entTypeOrder");
        return order == null ? Integer.MAX_VALUE : order;
    }

    private RowMapping rows(Located type) {
        Section section = Section.of(type, Shapes.ENTITLEMENT_TYPE, findings);
        Located extension = bridge.entries("entitlements").get(type.key());
        Section own = extension == null
                ? Section.absent(findings)
                : Section.of(extension, Shapes.BRIDGE_ENTITLEMENTS, findings);
        RowMapping rows = new CallReader(EicColumns.ENTITLEMENT, Shapes.ENTITLEMENT_CALL, dates, findings)
                .read(section, own.elements("volatileColumns"), section.entries("entTypeLabels"));
        if (rows.columns().stream().noneMatch(column -> column.column().equals("entitlement_value"))) {
            section.report(
                    "maps no entitlement_value. Add it to colsToPropsMap, for instance \"entitlement_value\": \"name~#~char\"");
        }
        return rows;
    }

    private void verify(Section section) {
        section.verify("connection", "intercom", "the bridge has this one connection");
        section.verify("processingType", "SequentialAndIterative", "EIC knows no other");
        section.required("doNotChangeIfFailed", "Add \"doNotChangeIfFailed\": true: " + NEVER);
        section.verify("doNotChangeIfFailed", "true", NEVER);
    }

    private void verifySupported(Section section, Map<String, RowMapping> entitlements) {
        section.member("supportedEntitlementTypes")
                .filter(list ->
                        !entitlements.keySet().equals(new HashSet<>(section.texts("supportedEntitlementTypes"))))
                .ifPresent(list -> findings.add(
                        list, "must list the types of entTypes: " + String.join(", ", entitlements.keySet())));
    }

    private EicDates dates(Section settings) {
        Located format = settings.member("dateFormat").orElse(null);
        try {
            return new EicDates(format == null ? null : String.valueOf(format.content()));
        } catch (IllegalArgumentException wrong) {
            findings.add(
                    format,
                    "is no date format of Java: " + wrong.getMessage() + ". Use for instance yyyy-MM-dd'T'HH:mm:ssXXX");
            return new EicDates(null);
        }
    }
}
