package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteFile;
import io.eicbridge.flow.RouteProblem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks every file of the routes folder against the house's rules, without starting anything. */
public final class RouteLint {
    private static final List<Rule> RULES = List.of(
            new CanonicalForm(),
            new CanonicalExpressions(),
            new Names(),
            new Descriptions(),
            new Placeholders(),
            new Settings(),
            new Connections(),
            new Privacy(),
            new Headers(),
            new Redelivery(),
            new Context(),
            new Batches(),
            new Beans(),
            new Sizes());

    private final Path folder;
    private final Path properties;
    private final Map<String, Class<?>> beans;
    private final Set<String> programKeys;

    /**
     * Checks one folder.
     *
     * @param beans the types behind the names that routes may call
     * @param programKeys the keys of the properties file that the program reads itself; {@code camel.*} is Camel's
     */
    public RouteLint(Path folder, Path properties, Map<String, Class<?>> beans, Set<String> programKeys) {
        this.folder = folder;
        this.properties = properties;
        this.beans = Map.copyOf(beans);
        this.programKeys = Set.copyOf(programKeys);
    }

    /** Every violation in the folder and the properties file, by file and line; empty where all is well. */
    public List<RouteProblem> problems() {
        return problems(RouteFile.allOf(folder));
    }

    /** The same for the folder as it was read before. */
    public List<RouteProblem> problems(List<RouteFile> files) {
        Subject subject = new Subject(files, PropertyLines.read(properties), beans, programKeys);
        return Stream.concat(
                        files.stream().flatMap(file -> file.problems().stream()),
                        RULES.stream().flatMap(rule -> rule.violations(subject)))
                .distinct()
                .sorted(Comparator.comparing(RouteProblem::file)
                        .thenComparing(RouteProblem::line)
                        .thenComparing(RouteProblem::column))
                .toList();
    }
}
