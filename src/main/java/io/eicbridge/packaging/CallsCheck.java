package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.Locale;
import java.util.Set;

/** What every call needs: an address, a method, a connection and, for most, parameters. */
final class CallsCheck implements PackageCheck {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "GETWITHBODY", "DELETEWITHBODY", "HEAD");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.provisioning()) {
            Opened.calls(parameter).forEach(call -> {
                request(call, parameter.notes(), false);
                connection(call, parameter.root(), parameter.notes());
            });
        }
        Notes notes = opened.parameter(KeyCatalogue.IMPORT).notes();
        opened.importCalls().stream().filter(ImportCall::isMade).forEach(one -> {
            Look.at(one.call(), "http").ifPresent(http -> request(http, notes, true));
            Located section = Look.at(opened.imports(), one.section()).orElse(one.owner());
            boolean isNamed = Look.at(one.owner(), "connection").isPresent();
            if (!isNamed) {
                connection(one.call(), section, notes);
            }
        });
    }

    private static void request(Located call, Notes notes, boolean isImport) {
        if (!call.isObject()) {
            return;
        }
        if (Look.text(call, "url").isBlank()) {
            notes.add(Code.URL_MISSING, call, "The call has no \"url\"", "Add the address that EIC shall call");
        }
        Look.at(call, "url").ifPresent(url -> address(url, notes));
        Look.at(call, "httpMethod").ifPresent(method -> method(method, notes));
        boolean isNeeded = isImport || WITH_BODY.contains(Look.text(call, "httpMethod"));
        if (isNeeded && !call.members().containsKey("httpParams")) {
            notes.add(
                    Code.HTTP_PARAMS_MISSING,
                    call,
                    "The call has no \"httpParams\": EIC can fail with \"Cannot invoke method put() on null object\"",
                    "Add \"httpParams\": " + (isImport ? "{}" : "\"{}\""));
        }
    }

    private static void address(Located url, Notes notes) {
        String address = Look.plain(url);
        if (!address.equals(address.strip())) {
            notes.add(
                    Code.URL_BLANK,
                    url,
                    "The address begins or ends with a blank: EIC calls it as it stands",
                    "Remove the blank");
        }
        String plain = address.replaceAll("\\$\\{[^}]*}", "").replaceAll("\\[[^\\]]*]", "");
        if (plain.matches(".*[^$]?\\{[A-Za-z_]\\w*}.*")) {
            notes.add(
                    Code.URL_BRACE,
                    url,
                    "The address holds a name in braces without a dollar sign: EIC sends it as it stands",
                    "Write ${name} with a name that EIC binds");
        }
    }

    private static void method(Located method, Notes notes) {
        String name = Look.plain(method);
        if (!name.contains("${") && !METHODS.contains(name.toUpperCase(Locale.ROOT))) {
            notes.add(
                    Code.METHOD_UNKNOWN,
                    method,
                    "\"" + name + "\" is no method that EIC calls with",
                    "Use GET, POST, PUT, PATCH, DELETE or GETWITHBODY");
        }
    }

    private static void connection(Located call, Located owner, Notes notes) {
        boolean isNamed = call.members().containsKey("connection")
                || Look.at(call, "http", "connection").isPresent()
                || owner.members().containsKey("connection");
        if (call.isObject() && !isNamed) {
            notes.add(
                    Code.CONNECTION_MISSING,
                    call,
                    "The call names no \"connection\": EIC does not know which authentication to use",
                    "Add \"connection\" with the name of an authentication of ConnectionJSON");
        }
    }
}
