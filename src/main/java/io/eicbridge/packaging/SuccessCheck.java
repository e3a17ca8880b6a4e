package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of success that hold for every answer, or for none. */
final class SuccessCheck implements PackageCheck {
    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.provisioning()) {
            Opened.calls(parameter).forEach(call -> missing(call, parameter.notes()));
        }
        for (Parameter parameter : opened.parameters()) {
            Look.walk(parameter.root(), value -> rules(value, parameter.notes()));
        }
    }

    private static void missing(Located call, Notes notes) {
        boolean isTold =
                call.members().containsKey("successResponses") || call.members().containsKey("unsuccessResponses");
        if (call.isObject() && !isTold) {
            notes.add(
                    Code.SUCCESS_ALWAYS,
                    call,
                    "The call has neither \"successResponses\" nor \"unsuccessResponses\": every answer counts as success",
                    "Add \"successResponses\": {\"statusCode\": [200]} with the codes that the target answers");
        }
    }

    private static void rules(Located owner, Notes notes) {
        Optional<Located> rules = Look.at(owner, "successResponses");
        if (rules.isEmpty()) {
            return;
        }
        if (rules.get().isObject() && rules.get().members().isEmpty()) {
            notes.add(
                    Code.SUCCESS_ALWAYS,
                    rules.get(),
                    "\"successResponses\" is empty: every answer counts as success",
                    "Add \"statusCode\" with the codes of success");
        }
        Look.at(rules.get(), "statusCode").ifPresent(codes -> codes(codes, owner, notes));
    }

    private static void codes(Located codes, Located owner, Notes notes) {
        List<String> found = codes.content() instanceof List
                ? codes.elements().stream().map(Look::plain).toList()
                : List.of(Look.plain(codes));
        Set<String> failures = Look.at(owner, "unsuccessResponses", "statusCode")
                .map(list -> list.elements().stream().map(Look::plain).collect(Collectors.toSet()))
                .orElse(Set.of());
        List<String> possible = found.stream()
                .filter(code -> code.strip().matches("[1-5]\\d\\d") && !failures.contains(code))
                .toList();
        if (possible.isEmpty()) {
            notes.add(
                    Code.SUCCESS_NEVER,
                    codes,
                    "No answer can ever be a success: the codes are " + (found.isEmpty() ? "none" : found)
                            + (failures.isEmpty() ? "" : ", and those of failure " + failures),
                    "List the codes of HTTP that mean success, for instance 200");
        }
        List<String> broken =
                possible.stream().filter(code -> code.strip().startsWith("5")).toList();
        if (!broken.isEmpty()) {
            notes.add(
                    Code.SUCCESS_ALWAYS,
                    codes,
                    "Failures of the target count as success: " + broken,
                    "Remove the codes from 500 on");
        }
    }
}
