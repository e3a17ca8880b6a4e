package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Differences between a package for the External Connector Framework and the contract that its servers keep. */
final class ContractCheck implements PackageCheck {
    private static final Pattern PATH = Pattern.compile(
            "/api/v1/(createAccount|updateAccount|removeAccount|changePassword|updateUser|entitlement)\\b.*");
    private static final Map<String, String> METHODS = Map.of(
            "createAccount", "POST",
            "updateAccount", "PATCH",
            "removeAccount", "DELETE",
            "changePassword", "PUT",
            "updateUser", "PATCH",
            "entitlement", "PUT");

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.provisioning()) {
            Opened.calls(parameter).forEach(call -> call(call, parameter));
        }
        Notes notes = opened.parameter(KeyCatalogue.IMPORT).notes();
        opened.importCalls().stream()
                .filter(call -> Look.text(call.call(), "http", "url").matches(".*/api/v1/(accounts|entitlements)\\b.*"))
                .forEach(call -> Look.at(call.call(), "pagination", "offset", "totalCountPath")
                        .filter(path -> Look.plain(path).endsWith("completeResponseMap.totalCount"))
                        .ifPresent(path -> total(path, notes)));
    }

    private static void total(Located path, Notes notes) {
        notes.add(
                Code.CONTRACT_DIFFERS,
                path,
                "The contract answers \"totalcount\", not \"totalCount\": paging never gets beyond the first page",
                "Write completeResponseMap.totalcount");
    }

    private static void call(Located call, Parameter parameter) {
        Matcher path = PATH.matcher(Look.text(call, "url"));
        if (!path.find()) {
            return;
        }
        String operation = path.group(1);
        method(call, operation, parameter);
        Optional<Located> codes = Look.at(call, "successResponses", "statusCode");
        codes.filter(found -> found.elements().stream()
                        .noneMatch(code -> Look.plain(code).equals("200")))
                .ifPresent(found -> parameter
                        .notes()
                        .add(
                                Code.CONTRACT_DIFFERS,
                                found,
                                "The contract answers 200 to " + operation + ": here that counts as a failure",
                                "Add 200 to the codes"));
    }

    private static void method(Located call, String operation, Parameter parameter) {
        String found = Look.text(call, "httpMethod");
        String expected = METHODS.get(operation);
        boolean isRemoval = parameter.name().equals("RemoveAccountJSON") && operation.equals("updateAccount");
        if (isRemoval && found.equals("DELETE")) {
            parameter
                    .notes()
                    .add(
                            Code.CONTRACT_DIFFERS,
                            Look.at(call, "url").orElse(call),
                            "The contract removes accounts at /removeAccount, not at /updateAccount",
                            "Call DELETE /removeAccount/${account.accountID}");
        } else if (!found.equals(expected)) {
            parameter
                    .notes()
                    .add(
                            Code.CONTRACT_DIFFERS,
                            Look.at(call, "httpMethod").orElse(call),
                            "The contract has " + operation + " with " + expected + ", not with " + found,
                            "Write \"httpMethod\": \"" + expected + "\"");
        }
    }
}
