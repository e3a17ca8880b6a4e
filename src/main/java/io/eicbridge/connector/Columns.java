package io.eicbridge.connector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of one list: those always given, and those that exist in the contract but hold nothing here. */
final class Columns {
    private static final List<String> ACCOUNT = List.of("ACCOUNTID", "NAME", "STATUS", "CUSTOMPROPERTY11");
    private static final List<String> ACCOUNT_IN_CONTRACT = List.of(
            "ACCOUNTCLASS",
            "ACCOUNTTYPE",
            "COMMENTS",
            "DESCRIPTION",
            "DISPLAYNAME",
            "INCORRECTLOGONS",
            "LASTLOGONDATE",
            "LASTPASSWORDCHANGE",
            "LOCKEDSTATE",
            "PASSWORDCHANGESTATUS",
            "PASSWORDLOCKDATE",
            "UPDATEDATE",
            "VALIDFROM",
            "VALIDTHROUGH",
            "TARGETLASTPASSWORDCHANGE");
    private static final int ACCOUNT_PROPERTIES = 60;

    private static final List<String> ENTITLEMENT =
            List.of("entitlementID", "entitlement_value", "entitlementTypeName", "status");
    private static final List<String> ENTITLEMENT_IN_CONTRACT =
            List.of("displayname", "description", "entitlement_glossary", "entclass");
    private static final int ENTITLEMENT_PROPERTIES = 40;

    private final List<String> given;
    private final Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Columns(List<String> own, List<String> mapped, Stream<String> contract) {
        Set<String> all = new LinkedHashSet<>(own);
        all.addAll(mapped);
        given = List.copyOf(all);
        Stream.concat(given.stream(), contract).forEach(column -> known.putIfAbsent(column, column));
    }

    /** The columns of accounts, with these mapped ones. */
    static Columns ofAccounts(List<String> mapped) {
        return new Columns(ACCOUNT, mapped, contract(ACCOUNT_IN_CONTRACT, "CUSTOMPROPERTY", ACCOUNT_PROPERTIES));
    }

    /** The columns of one type of entitlement, with these mapped ones. */
    static Columns ofEntitlements(List<String> mapped) {
        return new Columns(
                ENTITLEMENT, mapped, contract(ENTITLEMENT_IN_CONTRACT, "customproperty", ENTITLEMENT_PROPERTIES));
    }

    /** The two columns of memberships. */
    static Columns ofMemberships() {
        return new Columns(List.of("accountID", "entitlementID"), List.of(), Stream.of());
    }

    private static Stream<String> contract(List<String> names, String property, int properties) {
        return Stream.concat(
                names.stream(), IntStream.rangeClosed(1, properties).mapToObj(number -> property + number));
    }

    /** The columns that were asked for, in that order, each once, case ignored; all given ones where none was. */
    List<String> chosen(List<String> fields) {
        if (fields.isEmpty()) {
            return given;
        }
        List<String> unknown =
                fields.stream().filter(field -> !known.containsKey(field)).toList();
        if (!unknown.isEmpty()) {
            throw Refusals.invalid("'fields' names " + unknown.size() + " unknown column(s), the first at place "
                    + (fields.indexOf(unknown.get(0)) + 1) + ": allowed are "
                    + String.join(", ", new ArrayList<>(known.values())) + ".");
        }
        return fields.stream().map(known::get).distinct().toList();
    }
}
