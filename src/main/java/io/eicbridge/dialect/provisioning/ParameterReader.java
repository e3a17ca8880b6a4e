package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.AttributePath;
import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.LocatedReader;
import io.eicbridge.dialect.ResponseColumns;
import io.eicbridge.dialect.Section;
import io.eicbridge.dialect.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one parameter file whose calls the bridge makes. */
record ParameterReader(String name, Findings findings, Connections connections) {
    /**
     * The parameter of a file.
     *
     * @throws io.eicbridge.dialect.InvalidParameters with all problems of the file
     */
    static ConnectionParameter read(String name, Path file, Connections connections) {
        Findings findings = new Findings(file.toString());
        Located root = LocatedReader.read(file, findings);
        ConnectionParameter parameter = new ParameterReader(name, findings, connections).parameter(root);
        findings.settle();
        return parameter;
    }

    private ConnectionParameter parameter(Located root) {
        Section section = Section.of(root, ParameterNames.root(name), findings);
        List<ParameterCall> calls = calls(section);
        Map<String, Located> columns = section.entries("responseColsToPropsMap");
        columns.values().forEach(line -> requireCall(String.valueOf(line.content()), line, calls));
        Located format = section.member("dateFormat").orElse(null);
        return new ConnectionParameter(
                name, calls, accountId(section, calls), ResponseColumns.read(columns, format, findings));
    }

    private List<ParameterCall> calls(Section section) {
        Optional<Located> list = section.required("call", "Add \"call\": [{\"name\": \"call1\", \"url\": …}]");
        List<Located> found = new ArrayList<>(list.map(Located::elements).orElse(List.of()));
        list.map(Located::members).ifPresent(members -> found.addAll(members.values()));
        if (list.isPresent() && found.isEmpty()) {
            findings.add(
                    list.get(),
                    "must be a list of calls, or an object of calls by name, with one at least, found "
                            + list.get().found());
        }
        CallReader reader = new CallReader(new FillingReader(name, findings), connections);
        return found.stream()
                .sorted(Comparator.comparingInt(this::order))
                .map(call -> reader.read(call, call.key()))
                .flatMap(Optional::stream)
                .toList();
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

    private AttributePath accountId(Section section, List<ParameterCall> calls) {
        Located path = section.member("accountIdPath").orElse(null);
        if (path == null) {
            return null;
        }
        requireCall(String.valueOf(path.content()), path, calls);
        return new RulesReader(findings)
                .path(String.valueOf(path.content()), path)
                .orElse(null);
    }

    /** A path into the answers begins with the name of a call, then {@code message}. */
    private void requireCall(String path, Located at, List<ParameterCall> calls) {
        String start = path.replaceFirst("\\..*$", "");
        TreeSet<String> names = new TreeSet<>();
        calls.forEach(call -> names.add(call.name()));
        if (!path.startsWith("#CONST#") && !names.contains(start.replaceFirst("\\d+$", "")) && !names.contains(start)) {
            findings.add(
                    at,
                    "begins with \"" + start + "\", which is no call of this parameter"
                            + Spelling.hint(start, names) + " Write <call>.message.<path> with a call of "
                            + String.join(", ", names));
        }
    }
}
