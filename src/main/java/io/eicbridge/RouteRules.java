package io.eicbridge;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.RouteSet;
import io.eicbridge.flow.Surroundings;
import io.eicbridge.flow.lint.RouteLint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What routes must keep to come to life in this program: the rules of the house, the program's own calls, and a trial. */
final class RouteRules {
    /** Routes that the program itself calls, whatever the others do. */
    static final List<String> CALLED =
            List.of(BridgeProcess.CARRY_OUT, BridgeProcess.APPROVE, BridgeProcess.WORK, "direct:intercom-call");

    private final Settings settings;
    private final Map<String, Class<?>> beans;
    private final Surroundings surroundings;

    /** Rules with the types of these beans, and a trial in these surroundings. */
    RouteRules(Settings settings, Map<String, Object> beans, Surroundings surroundings) {
        this.settings = settings;
        this.beans = beans.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getClass()));
        this.surroundings = surroundings;
    }

    /** Everything that is wrong; routes that break a rule are not tried as well, for that would tell it twice. */
    List<RouteProblem> problems(RouteSet routes) {
        Path properties = settings.home().resolve("application.properties");
        List<RouteProblem> broken = new RouteLint(routes.folder(), properties, beans, programKeys(settings, properties))
                .problems(routes.files());
        List<RouteProblem> found = broken.isEmpty() ? missing(routes) : broken;
        return found.isEmpty() ? routes.dryRun(surroundings) : found;
    }

    private static List<RouteProblem> missing(RouteSet routes) {
        return CALLED.stream()
                .filter(uri -> !routes.readsFrom(uri))
                .map(uri -> new RouteProblem(
                        routes.folder(),
                        0,
                        0,
                        "no route reads from '" + uri + "', which the program calls",
                        "Put the route back, under its id"))
                .toList();
    }

    /** The keys of the file that the program reads itself; others than those of the file are as shipped. */
    private static Set<String> programKeys(Settings settings, Path properties) {
        Set<String> keys = new TreeSet<>(settings.values().keySet());
        keys.addAll(SettingsSource.WITHOUT_DEFAULT);
        keys.removeAll(Settings.OF_ROUTES);
        keys.retainAll(mentioned(properties));
        return keys;
    }

    private static Set<String> mentioned(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line ->
                            line.replaceFirst("^#", "").split("[=:]", 2)[0].strip())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
