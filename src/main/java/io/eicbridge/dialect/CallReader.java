package io.eicbridge.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the one call of a section and makes the mapping of its rows. */
final class CallReader {
    private final EicColumns known;
    private final Shape shape;
    private final EicDates dates;
    private final Findings findings;

    CallReader(EicColumns known, Shape shape, EicDates dates, Findings findings) {
        this.known = known;
        this.shape = shape;
        this.dates = dates;
        this.findings = findings;
    }

    /** The mapping of a section's call; one that is incomplete has been reported and is never used. */
    RowMapping read(Section owner, Collection<Located> volatileColumns, Map<String, Located> labels) {
        Map<String, MappedColumn> columns = columns(owner);
        MappedColumn key = columns.get(known.key());
        if (key == null && !owner.entries("call").isEmpty()) {
            owner.report("maps no " + known.keyField() + ". Add it to colsToPropsMap, for instance \""
                    + known.keyField() + "\": \"id~#~char\"");
        }
        Map<String, String> shownAs = labelled(columns, labels);
        TreeSet<String> fleeting = fleeting(columns, volatileColumns);
        List<MappedColumn> finished = columns.values().stream()
                .map(column -> column.shownAs(
                        fleeting.contains(column.column().name()),
                        shownAs.getOrDefault(column.column().name(), "")))
                .toList();
        return new RowMapping(known.key(), dates, finished);
    }

    private Map<String, MappedColumn> columns(Section owner) {
        owner.required("call", "Add \"call\": {\"call1\": {\"keyField\": …, \"colsToPropsMap\": {…}}}");
        Map<String, MappedColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Located call : owner.entries("call").values()) {
            if (columns.isEmpty()) {
                columns.putAll(rows(Section.of(call, shape, findings)));
            } else {
                findings.add(
                        call,
                        "is a second call: the bridge hands over whole records, one call maps them. Move its columns to the first");
            }
        }
        return columns;
    }

    private Map<String, MappedColumn> rows(Section call) {
        call.verify("callOrder", "0", "there is only one call");
        call.verify("stageNumber", "0", "there is only one call");
        call.verify("listField", "", "the bridge hands over one record at a time, its root is the row");
        call.required("keyField", "Add \"keyField\": \"" + known.keyField() + "\"");
        call.verify("keyField", known.keyField(), "the bridge keys on it");
        call.required("colsToPropsMap", "Add the columns, for instance \"" + known.keyField() + "\": \"id~#~char\"");
        return new ColumnReader(known, findings).read(call.entries("colsToPropsMap"));
    }

    private TreeSet<String> fleeting(Map<String, MappedColumn> columns, Collection<Located> volatileColumns) {
        TreeSet<String> fleeting = new TreeSet<>();
        for (Located element : volatileColumns) {
            String name = String.valueOf(element.content());
            if (name.equalsIgnoreCase(known.keyField())) {
                findings.add(element, "the identity \"" + name + "\" cannot be volatile. Remove it");
            } else if (isMapped(columns, name, element)) {
                fleeting.add(columns.get(name).column().name());
            }
        }
        return fleeting;
    }

    private Map<String, String> labelled(Map<String, MappedColumn> columns, Map<String, Located> labels) {
        Map<String, String> shownAs = new TreeMap<>();
        labels.forEach((name, label) -> {
            if (isMapped(columns, name, label)) {
                shownAs.put(columns.get(name).column().name(), String.valueOf(label.content()));
            }
        });
        return shownAs;
    }

    private boolean isMapped(Map<String, MappedColumn> columns, String name, Located at) {
        if (!columns.containsKey(name)) {
            findings.add(
                    at,
                    "names column \"" + name + "\", which colsToPropsMap does not map"
                            + Spelling.hint(name, columns.keySet()) + " Map it or remove it here");
        }
        return columns.containsKey(name);
    }
}
