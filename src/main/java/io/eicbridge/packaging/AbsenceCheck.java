package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.List;
import java.util.Optional;

/** Combinations that inactivate in EIC what is only missing from the feed. */
final class AbsenceCheck implements PackageCheck {
    @Override
    public void check(Opened opened) {
        Notes notes = opened.parameter(KeyCatalogue.IMPORT).notes();
        Optional<Located> config = opened.thresholds();
        List<ImportCall> made =
                opened.importCalls().stream().filter(ImportCall::isMade).toList();
        made.stream().map(ImportCall::section).distinct().forEach(section -> successes(section, made, opened, notes));
        config.ifPresent(found -> column(found, opened));
        if (made.isEmpty() || config.isEmpty()) {
            return;
        }
        boolean ofAccounts = Look.isTrue(config.get(), "inactivateAccountsNotInFile")
                || Look.text(config.get(), "accountsNotInImportAction").equalsIgnoreCase("suspend");
        boolean ofEntitlements = Look.isTrue(config.get(), "inactivateEntsNotInFeed");
        if (ofAccounts) {
            threshold(config.get(), "accountThresholdValue", "accounts", opened.thresholdNotes());
            acting(made, "accountParams", "accounts", opened, notes);
        }
        if (ofEntitlements) {
            threshold(config.get(), "entThresholdValue", "entitlements", opened.thresholdNotes());
            acting(made, "entitlementParams", "entitlements", opened, notes);
        }
    }

    private static void threshold(Located config, String key, String what, Notes notes) {
        if (!config.members().containsKey(key)) {
            notes.add(
                    Code.ABSENCE_WITHOUT_THRESHOLD,
                    config,
                    "Missing " + what + " are inactivated, however many: there is no \"" + key + "\"",
                    "Add \"" + key + "\" with the number that may go in one import");
        }
    }

    private static void acting(List<ImportCall> made, String section, String what, Opened opened, Notes notes) {
        made.stream()
                .filter(call -> call.section().equals(section))
                .filter(call -> !call.isDependent())
                .forEach(call -> unpaged(call, what, notes));
        Optional<Located> part = Look.at(opened.imports(), section);
        if (part.isPresent() && !Look.isTrue(part.get(), "doNotChangeIfFailed")) {
            notes.add(
                    Code.ABSENCE_AFTER_FAILURE,
                    part.get(),
                    "\"doNotChangeIfFailed\" is not true: after a failed call the " + what
                            + " that were not read count as missing and are inactivated",
                    "Add \"doNotChangeIfFailed\": true");
        }
    }

    private static void unpaged(ImportCall call, String what, Notes notes) {
        String url = Look.text(call.call(), "http", "url");
        String sent = url
                + Look.at(call.call(), "http", "httpParams").map(Look::allTexts).orElse("");
        boolean isPageOfMany = sent.matches(
                "(?is).*[?&\"$](limit|per_page|page_?size|size|count|top|max(_?results)?|rows)\"?\\s*[=:].*");
        if (Look.at(call.call(), "pagination").isEmpty() && isPageOfMany) {
            notes.add(
                    Code.ABSENCE_WITHOUT_PAGING,
                    call.call(),
                    "The call asks for one page and has no \"pagination\", and missing " + what
                            + " are inactivated: everybody behind the first page",
                    "Add \"pagination\", or switch the inactivation off");
        }
        if (url.matches(
                "(?is).*[?&](consumer|updated_since|modified_since|changed_since|updatedSince|modifiedSince|deltatoken|since)=.*")) {
            notes.add(
                    Code.ABSENCE_OF_DELTA,
                    call.call(),
                    "The call reads only what changed, and missing " + what
                            + " are inactivated: all that did not change",
                    "Switch the inactivation off in this connection");
        }
    }

    private static void successes(String section, List<ImportCall> made, Opened opened, Notes notes) {
        Optional<Located> part = Look.at(opened.imports(), section);
        boolean isTold = part.filter(one -> one.members().containsKey("successResponses"))
                        .isPresent()
                || made.stream()
                        .filter(call -> call.section().equals(section))
                        .allMatch(call -> isTold(call.call()) || isTold(call.owner()));
        if (part.isPresent() && !isTold) {
            notes.add(
                    Code.IMPORT_SUCCESS_MISSING,
                    part.get(),
                    "No \"successResponses\": an answer of 403 or 500 can pass for an empty list, and the job succeeds",
                    "Add \"successResponses\": {\"statusCode\": [200]}");
        }
    }

    private static boolean isTold(Located one) {
        return one.members().containsKey("successResponses") || one.members().containsKey("unsuccessResponses");
    }

    private static void column(Located config, Opened opened) {
        String column = Look.text(config, "statusColumn");
        boolean hasStatus = config.members().containsKey("activeStatus");
        boolean isMapped = opened.importCalls().stream()
                .filter(call -> call.isOfAccounts() && call.isMade())
                .flatMap(call -> Look.at(call.call(), "colsToPropsMap").stream())
                .anyMatch(map -> map.members().keySet().stream().anyMatch(column::equalsIgnoreCase));
        boolean isImported = opened.importCalls().stream().anyMatch(call -> call.isOfAccounts() && call.isMade());
        if (hasStatus && isImported && !isMapped) {
            opened.thresholdNotes()
                    .add(
                            Code.STATUS_COLUMN,
                            config,
                            column.isEmpty()
                                    ? "\"activeStatus\" is told, but no \"statusColumn\" to compare it with"
                                    : "\"statusColumn\" is \"" + column + "\", which no account call maps",
                            "Name a column that an account call fills, for instance customproperty11");
        }
    }
}
