package io.eicbridge.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns that a mapping may fill, of accounts or of entitlements; EIC's names do not care about case. */
enum EicColumns {
    ACCOUNT(
            "accountID",
            60,
            List.of(
                    "ACCOUNTID",
                    "ACCOUNTTYPE",
                    "ACCOUNTCLASS",
                    "DISPLAYNAME",
                    "LOCKEDSTATE",
                    "PRIVILEGED",
                    "USERGROUP")) {
        @Override
        void fill() {
            words("INCORRECTLOGONS", "PASSWORDCHANGESTATUS");
            prose("DESCRIPTION", "COMMENTS");
            dates("CREATED_ON", "UPDATEDATE", "LASTLOGONDATE", "LASTPASSWORDCHANGE", "TARGETLASTPASSWORDCHANGE");
            dates("PASSWORDLOCKDATE", "VALIDFROM", "VALIDTHROUGH");
            refuse("the bridge itself names accounts, so that one record never changes another's name", "NAME");
            refuse("the bridge itself writes the status of an account", "STATUS", "CUSTOMPROPERTY11");
            refuse("EIC keeps the marker of an account's memberships there", "CUSTOMPROPERTY31");
            refuse("EIC itself fills it", "USERKEY", "CREATOR", "UPDATEUSER", "ORPHAN", "ENDPOINT", "SECURITYSYSTEM");
            refuse("EIC itself keeps the owners of accounts", "ACCOUNTOWNER");
        }
    },
    ENTITLEMENT(
            "entitlementID",
            40,
            List.of(
                    "entitlementID",
                    "entitlement_value",
                    "displayname",
                    "entclass",
                    "risk",
                    "soxcritical",
                    "syscritical")) {
        @Override
        void fill() {
            words("privileged", "confidentiality", "priority", "module", "access");
            prose("description", "entitlement_glossary");
            refuse("the bridge itself writes the status of an entitlement", "status");
            refuse("it is EIC's own primary key", "entitlement_valuekey");
            refuse("EIC itself keeps the owners of entitlements", "entitlementOwner");
            refuse(
                    "the bridge's routes read memberships, rows carry none",
                    "entitlementMappingJson",
                    "acctEntMappingInfoColumnFromEnt",
                    "entitlementMap");
        }
    };

    /** An identity is refused rather than cut beyond this: a cut one could be somebody else's. */
    private static final int KEY_WIDTH = 64;

    private static final int WIDTH = 255;
    private static final int PROSE_WIDTH = 2000;
    private final Map<String, EicColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> refusals = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String keyField;
    private final int lastCustomProperty;

    EicColumns(String keyField, int customProperties, List<String> words) {
        this.keyField = keyField;
        this.lastCustomProperty = customProperties;
        words(words.toArray(String[]::new));
        IntStream.rangeClosed(1, customProperties).forEach(number -> words("CUSTOMPROPERTY" + number));
        columns.computeIfPresent(keyField, (spelled, column) -> new EicColumn(column.name(), KEY_WIDTH, false));
        fill();
    }

    abstract void fill();

    /** The column of the identity as EIC's parameters spell it. */
    String keyField() {
        return keyField;
    }

    /** The column of the identity as rows carry it. */
    String key() {
        return columns.get(keyField).name();
    }

    Optional<EicColumn> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Why a column cannot be mapped although EIC has it. */
    Optional<String> refusal(String name) {
        return Optional.ofNullable(refusals.get(name));
    }

    /** The columns in words, custom properties as a range. */
    String allowed() {
        long customProperties =
                columns.keySet().stream().filter(EicColumns::isCustom).count();
        String others = columns.values().stream()
                .map(EicColumn::name)
                .filter(name -> !isCustom(name))
                .collect(Collectors.joining(", "));
        return others + " and " + customProperties + " of customproperty1 to customproperty" + lastCustomProperty;
    }

    Collection<String> names() {
        return columns.keySet();
    }

    /** The noun for messages. */
    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    void words(String... names) {
        for (String name : names) {
            add(name, WIDTH, false);
        }
    }

    void prose(String... names) {
        for (String name : names) {
            add(name, PROSE_WIDTH, false);
        }
    }

    void dates(String... names) {
        for (String name : names) {
            add(name, WIDTH, true);
        }
    }

    void refuse(String reason, String... names) {
        for (String name : names) {
            columns.remove(name);
            refusals.put(name, reason);
        }
    }

    private static boolean isCustom(String name) {
        return name.toUpperCase(Locale.ROOT).startsWith("CUSTOMPROPERTY");
    }

    private void add(String name, int width, boolean isDate) {
        columns.put(name, new EicColumn(name, width, isDate));
    }
}
