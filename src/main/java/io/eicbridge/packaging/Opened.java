package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A connection package of which every parameter has been read. */
final class Opened {
    private static final Notes NOWHERE = new Notes("");
    private final ConnectionPackage source;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, ParameterText> texts = new LinkedHashMap<>();
    private final Notes whole;

    Opened(ConnectionPackage source) {
        this.source = source;
        this.whole = new Notes(source.file());
        source.parameters().forEach(this::open);
    }

    private void open(ParameterText text) {
        Notes notes = new Notes(text.file());
        boolean isRead = !text.isEmpty() && !text.isEncrypted();
        Located root = isRead ? TolerantReader.read(text.text(), notes).orElse(null) : null;
        parameters.put(text.name(), new Parameter(text.name(), root, notes));
        texts.put(text.name(), text);
    }

    ConnectionPackage source() {
        return source;
    }

    /** What concerns the package rather than one parameter. */
    Notes whole() {
        return whole;
    }

    List<Parameter> parameters() {
        return parameters.values().stream().filter(Parameter::isPresent).toList();
    }

    Optional<ParameterText> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Parameter parameter(String name) {
        return parameters.getOrDefault(name, new Parameter(name, null, NOWHERE));
    }

    boolean has(String name) {
        return parameter(name).isPresent();
    }

    /** The calls of a parameter of provisioning or tickets. */
    static List<Located> calls(Parameter parameter) {
        if (parameter.name().equals(KeyCatalogue.UPDATE_USER)) {
            return Look.at(parameter.root(), "actions").map(Look::children).orElse(List.of()).stream()
                    .flatMap(action -> Look.at(action, "call").map(Look::children).orElse(List.of()).stream())
                    .toList();
        }
        return Look.at(parameter.root(), "call").map(Look::children).orElse(List.of());
    }

    /** The parameters that have such calls. */
    List<Parameter> provisioning() {
        return parameters().stream()
                .filter(one -> KeyCatalogue.hasCalls(one.name()) || one.name().equals(KeyCatalogue.UPDATE_USER))
                .toList();
    }

    Located imports() {
        return parameter(KeyCatalogue.IMPORT).root();
    }

    /** The calls of the import, section by section. */
    List<ImportCall> importCalls() {
        List<ImportCall> calls = new ArrayList<>();
        for (String section : List.of("accountParams", "entitlementParams", "acctEntParams")) {
            Look.at(imports(), section).ifPresent(part -> {
                add(section, "", part, calls);
                Look.at(part, "entTypes")
                        .map(Look::children)
                        .orElse(List.of())
                        .forEach(type -> add(section, type.key(), type, calls));
            });
        }
        return calls;
    }

    private static void add(String section, String type, Located owner, List<ImportCall> calls) {
        Look.at(owner, "call")
                .map(Look::children)
                .orElse(List.of())
                .forEach(call -> calls.add(new ImportCall(section, type, owner, call)));
    }

    /** The entitlement types that the import knows. */
    TreeSet<String> entitlementTypes() {
        TreeSet<String> types = new TreeSet<>();
        for (String section : List.of("entitlementParams", "acctEntParams")) {
            Look.at(imports(), section, "entTypes")
                    .ifPresent(all -> types.addAll(all.members().keySet()));
        }
        Look.at(imports(), "accountParams", "acctEntMappings")
                .ifPresent(all -> types.addAll(all.members().keySet()));
        return types;
    }

    /** What says which absent rows are inactivated, inline or in the parameter of its own. */
    Optional<Located> thresholds() {
        return Look.at(imports(), "accountParams", "statusAndThresholdConfig")
                .or(() -> Look.at(parameter(KeyCatalogue.THRESHOLDS).root(), "statusAndThresholdConfig"));
    }

    /** Where findings about the thresholds belong. */
    Notes thresholdNotes() {
        boolean isInline =
                Look.at(imports(), "accountParams", "statusAndThresholdConfig").isPresent();
        return parameter(isInline ? KeyCatalogue.IMPORT : KeyCatalogue.THRESHOLDS)
                .notes();
    }

    /** Everything that was found, the package first, then parameter by parameter in the order of the lines. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(whole.findings());
        parameters.values().forEach(one -> all.addAll(one.notes().findings()));
        return all;
    }
}
