package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.AttributePath;
import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.LocatedReader;
import io.eicbridge.dialect.ResponseColumns;
import io.eicbridge.dialect.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one parameter file whose calls the bridge makes. */
record ParameterReader(String name, Findings findings, Surroundings around) {
    /**
     * The parameter of a file.
     *
     * @throws io.eicbridge.dialect.InvalidParameters with all problems of the file
     */
    static ConnectionParameter read(String name, Path file, Surroundings around) {
        Findings findings = new Findings(file.toString());
        Located root = LocatedReader.read(file, findings);
        ConnectionParameter parameter = new ParameterReader(name, findings, around).parameter(root);
        findings.settle();
        return parameter;
    }

    private ConnectionParameter parameter(Located root) {
        Section section = Section.of(root, ParameterNames.root(name), findings);
        FillingReader fillings = new FillingReader(name, findings);
        List<Located> found = found(section);
        List<String> names = found.stream().map(ParameterReader::name).toList();
        ResponseReferences references = new ResponseReferences(fillings, names);
        references.check(root);
        Map<String, Located> columns = section.entries("responseColsToPropsMap");
        columns.values().forEach(line -> requireCall(line, references));
        CallReader reader = new CallReader(fillings, around);
        List<ParameterCall> calls = found.stream()
                .map(call -> reader.read(call, call.key()))
                .flatMap(Optional::stream)
                .toList();
        Located format = section.member("dateFormat").orElse(null);
        return new ConnectionParameter(
                name, calls, accountId(section, references), ResponseColumns.read(columns, format, findings));
    }

    /** The calls of the file in the order in which they are made. */
    private List<Located> found(Section section) {
        Optional<Located> list = section.required("call", "Add \"call\": [{\"name\": \"call1\", \"url\": …}]");
        List<Located> found = new ArrayList<>(list.map(Located::elements).orElse(List.of()));
        list.map(Located::members).ifPresent(members -> found.addAll(members.values()));
        if (list.isPresent() && found.isEmpty()) {
            findings.add(
                    list.get(),
                    "must be a list of calls, or an object of calls by name, with one at least, found "
                            + list.get().found());
        }
        found.sort(Comparator.comparingInt(this::order));
        return found;
    }

    /** A call of an object is called as its key, unless it says otherwise. */
    private static String name(Located call) {
        Located name = call.members().get("name");
        return name == null ? call.key() : String.valueOf(name.content());
    }

    /** Calls without an order of their own come last and as the file lists them. */
    private int order(Located call) {
        Located order = call.members().get("callOrder");
        if (order == null) {
            return Integer.MAX_VALUE;
        }
        Integer number = Section.of(call, ParameterNames.call(name), findings).number("callOrder");
        return number == null ? Integer.MAX_VALUE : number;
    }

    private AttributePath accountId(Section section, ResponseReferences calls) {
        Located path = section.member("accountIdPath").orElse(null);
        if (path == null) {
            return null;
        }
        requireCall(path, calls);
        return new RulesReader(findings)
                .path(String.valueOf(path.content()), path)
                .orElse(null);
    }

    /** A path into the answers begins with the name of a call, then {@code message}. */
    private void requireCall(Located path, ResponseReferences calls) {
        String text = String.valueOf(path.content());
        String start = text.replaceFirst("\\..*$", "");
        if (!text.startsWith("#CONST#") && !calls.isCall(start)) {
            findings.add(path, calls.objection("begins with", start));
        }
    }
}
