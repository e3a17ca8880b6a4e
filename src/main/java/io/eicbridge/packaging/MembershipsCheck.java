package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether each way of reading memberships has what it needs. */
final class MembershipsCheck implements PackageCheck {
    private static final Map<String, List<String>> NEEDS = Map.of(
            "http", List.of("acctIdPath", "entIdPath"),
            "httpEntToAcct", List.of("acctIdPath"),
            "httpAcctToEnt", List.of("entIdPath"),
            "acctToEntMapping", List.of(),
            "entToAcctMapping", List.of());

    @Override
    public void check(Opened opened) {
        Notes notes = opened.parameter(KeyCatalogue.IMPORT).notes();
        Optional<Located> section = Look.at(opened.imports(), "acctEntParams");
        section.flatMap(part -> Look.at(part, "processingType")).ifPresent(type -> type(type, opened, notes));
        opened.importCalls().stream()
                .filter(ImportCall::isOfMemberships)
                .forEach(call -> call(call, section, opened, notes));
        if (Look.at(opened.imports(), "accountParams", "acctEntMappings").isPresent()) {
            marker(opened, notes);
        }
    }

    private static void call(ImportCall one, Optional<Located> section, Opened opened, Notes notes) {
        Optional<Located> own = Look.at(one.call(), "processingType");
        own.ifPresent(type -> type(type, opened, notes));
        String type = own.or(() -> Look.at(one.owner(), "processingType"))
                .or(() -> section.flatMap(part -> Look.at(part, "processingType")))
                .map(Look::plain)
                .orElse("");
        for (String key : NEEDS.getOrDefault(type, List.of())) {
            if (!one.call().members().containsKey(key)) {
                notes.add(
                        Code.MEMBERSHIP_INCOMPLETE,
                        one.call(),
                        "A call of processingType \"" + type + "\" needs \"" + key + "\": no link can be made",
                        "Add \"" + key + "\" with the path in the answer");
            }
        }
    }

    private static void type(Located type, Opened opened, Notes notes) {
        String name = Look.plain(type);
        if (!NEEDS.containsKey(name)) {
            notes.add(
                    Code.MEMBERSHIP_TYPE,
                    type,
                    "\"" + name + "\" is no processingType of memberships that EIC is known to have",
                    "Use one of http, httpEntToAcct, httpAcctToEnt, acctToEntMapping, entToAcctMapping");
        }
        boolean hasMappings =
                Look.at(opened.imports(), "accountParams", "acctEntMappings").isPresent();
        if (name.equals("acctToEntMapping") && !hasMappings) {
            notes.add(
                    Code.MEMBERSHIP_INCOMPLETE,
                    type,
                    "acctToEntMapping reads what accountParams.acctEntMappings found, but there is none",
                    "Add acctEntMappings to accountParams");
        }
    }

    private static void marker(Opened opened, Notes notes) {
        boolean isStored = opened.importCalls().stream()
                .filter(ImportCall::isOfAccounts)
                .anyMatch(call -> Look.allTexts(call.call()).contains("STORE#ACC#ENT#MAPPINGINFO"));
        if (!isStored) {
            notes.add(
                    Code.MEMBERSHIP_INCOMPLETE,
                    Look.at(opened.imports(), "accountParams", "acctEntMappings")
                            .orElseThrow(),
                    "The memberships in the account rows are stored nowhere: no account call maps the marker",
                    "Add \"customproperty31\": \"STORE#ACC#ENT#MAPPINGINFO~#~char\" to colsToPropsMap");
        }
    }
}
