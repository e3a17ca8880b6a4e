package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.List;
import java.util.Optional;

/** Whether imports read all pages. */
final class PagingCheck implements PackageCheck {
    private static final int SMALL = 10;

    @Override
    public void check(Opened opened) {
        Notes notes = opened.parameter(KeyCatalogue.IMPORT).notes();
        opened.importCalls().stream().filter(ImportCall::isMade).forEach(call -> call(call, notes));
    }

    private static void call(ImportCall one, Notes notes) {
        Optional<Located> pagination = Look.at(one.call(), "pagination");
        if (pagination.isEmpty()) {
            missing(one, notes);
        } else {
            kind(pagination.get(), notes);
        }
    }

    private static void missing(ImportCall one, Notes notes) {
        boolean isList = Look.at(one.call(), "listField").isPresent();
        if (isList && !one.isDependent() && !Look.isTrue(one.call(), "dummyCall")) {
            notes.add(
                    Code.PAGINATION_MISSING,
                    one.call(),
                    "The call has no \"pagination\": if the target answers in pages, only the first is imported, silently",
                    "Add nextUrl, page or offset, unless the target answers everything at once");
        }
    }

    private static void kind(Located pagination, Notes notes) {
        List<Located> kinds = Look.children(pagination);
        if (!kinds.isEmpty()
                && kinds.stream()
                        .noneMatch(kind -> List.of("nextUrl", "page", "offset").contains(kind.key()))) {
            notes.add(
                    Code.PAGINATION_KIND,
                    pagination,
                    "\"pagination\" holds none of nextUrl, page and offset: only the first page is imported",
                    "Put the keys of the paging into one of the three");
        }
        for (Located kind : kinds) {
            boolean isCounted = kind.key().equals("offset") || kind.key().equals("page");
            if (isCounted && kind.isObject()) {
                total(kind, notes);
                size(kind, notes);
            }
        }
    }

    private static void total(Located kind, Notes notes) {
        Optional<Located> total = Look.at(kind, "totalCountPath");
        boolean isConstant =
                total.filter(path -> Look.plain(path).matches("\\s*\\d+\\s*")).isPresent();
        if (isConstant) {
            notes.add(
                    Code.PAGINATION_TOTAL_CONSTANT,
                    total.get(),
                    "\"totalCountPath\" is the number " + Look.plain(total.get())
                            + ": rows beyond it are never imported",
                    "Name the path of the total in the answer, for instance completeResponseMap.total");
        }
        boolean isByRecords = Look.at(kind, "pageRecordCount").isPresent();
        if (total.isEmpty() && !isByRecords) {
            notes.add(
                    Code.PAGINATION_TOTAL_MISSING,
                    kind,
                    "The paging has no \"totalCountPath\": EIC does not know when to stop",
                    "Name the path of the total in the answer");
        }
    }

    private static void size(Located kind, Notes notes) {
        String key = kind.key().equals("offset") ? "batchSize" : "pageSize";
        String size = Look.text(kind, key);
        if (size.matches("\\d{1,9}") && Integer.parseInt(size) < SMALL) {
            notes.add(
                    Code.PAGINATION_BATCH_SMALL,
                    Look.at(kind, key).orElse(kind),
                    "\"" + key + "\" is " + size + ": the import makes a call for every few rows",
                    "Use the largest page that the target gives");
        }
    }
}
