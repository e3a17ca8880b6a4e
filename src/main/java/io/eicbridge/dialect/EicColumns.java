package io.eicbridge.dialect;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The columns that a mapping may fill, of accounts or of entitlements; EIC's names do not care about case. */
final class EicColumns {
    /** An identity is refused rather than cut beyond this: a cut one could be somebody else's. */
    private static final int KEY_WIDTH = 64;

    private static final int WIDTH = 255;
    private static final int PROSE_WIDTH = 2000;

    static final EicColumns ACCOUNT = new EicColumns("account", "accountID", "ACCOUNTID", 60)
            .add(WIDTH, "ACCOUNTTYPE", "ACCOUNTCLASS", "DISPLAYNAME", "LOCKEDSTATE", "PRIVILEGED", "USERGROUP")
            .add(WIDTH, "INCORRECTLOGONS", "PASSWORDCHANGESTATUS")
            .add(PROSE_WIDTH, "DESCRIPTION", "COMMENTS")
            .dates("CREATED_ON", "UPDATEDATE", "LASTLOGONDATE", "LASTPASSWORDCHANGE", "TARGETLASTPASSWORDCHANGE")
            .dates("PASSWORDLOCKDATE", "VALIDFROM", "VALIDTHROUGH")
            .refuse("the bridge itself names accounts, so that one record never changes another's name", "NAME")
            .refuse("the bridge itself writes the status of an account", "STATUS", "CUSTOMPROPERTY11")
            .refuse("EIC keeps the marker of an account's memberships there", "CUSTOMPROPERTY31")
            .refuse("EIC itself fills it", "USERKEY", "CREATOR", "UPDATEUSER", "ORPHAN", "ENDPOINT", "SECURITYSYSTEM")
            .refuse("EIC itself keeps the owners of accounts", "ACCOUNTOWNER");

    static final EicColumns ENTITLEMENT = new EicColumns("entitlement", "entitlementID", "entitlementID", 40)
            .add(WIDTH, "entitlement_value", "displayname", "entclass", "risk", "soxcritical", "syscritical")
            .add(WIDTH, "privileged", "confidentiality", "priority", "module", "access")
            .add(PROSE_WIDTH, "description", "entitlement_glossary")
            .refuse("the bridge itself writes the status of an entitlement", "status")
            .refuse("it is EIC's own primary key", "entitlement_valuekey")
            .refuse("EIC itself keeps the owners of entitlements", "entitlementOwner")
            .refuse("the bridge's routes read memberships, rows carry none", "entitlementMap", "entitlementMappingJson")
            .refuse("the bridge's routes read memberships, rows carry none", "acctEntMappingInfoColumnFromEnt");

    private final String noun;
    private final String keyField;
    private final String key;
    private final int customProperties;
    private final Map<String, EicColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> refusals = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private EicColumns(String noun, String keyField, String key, int customProperties) {
        this.noun = noun;
        this.keyField = keyField;
        this.key = key;
        this.customProperties = customProperties;
        add(KEY_WIDTH, key);
        for (int number = 1; number <= customProperties; number++) {
            add(WIDTH, "CUSTOMPROPERTY" + number);
        }
    }

    /** What the columns are of, for messages. */
    String noun() {
        return noun;
    }

    /** The column of the identity as EIC's parameters spell it. */
    String keyField() {
        return keyField;
    }

    /** The column of the identity as rows carry it. */
    String key() {
        return key;
    }

    Optional<EicColumn> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Why a column cannot be mapped although EIC has it. */
    Optional<String> refusal(String name) {
        return Optional.ofNullable(refusals.get(name));
    }

    Collection<String> names() {
        return columns.keySet();
    }

    /** The columns in words, custom properties as a range. */
    String allowed() {
        String others = columns.values().stream()
                .map(EicColumn::name)
                .filter(name -> !name.toUpperCase(Locale.ROOT).startsWith("CUSTOMPROPERTY"))
                .collect(Collectors.joining(", "));
        return others + " and customproperty1 to customproperty" + customProperties;
    }

    private EicColumns add(int width, String... names) {
        for (String name : names) {
            columns.put(name, new EicColumn(name, width, false));
        }
        return this;
    }

    private EicColumns dates(String... names) {
        for (String name : names) {
            columns.put(name, new EicColumn(name, WIDTH, true));
        }
        return this;
    }

    private EicColumns refuse(String reason, String... names) {
        for (String name : names) {
            columns.remove(name);
            refusals.put(name, reason);
        }
        return this;
    }
}
