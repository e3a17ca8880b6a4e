package io.eicbridge;

import io.eicbridge.cli.RouteFinding;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.Surroundings;
import io.eicbridge.flow.lint.RouteLint;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultRegistry;

/** Checks the routes folder against the rules of the house, then loads it as {@code run} would, without starting it. */
final class RoutesCheck {
    /** What stands for a secret where none is set: checking routes needs no access to anything. */
    private static final String UNSET = "unset-while-routes-are-checked";

    private final Path home;

    RoutesCheck(Path home) {
        this.home = home;
    }

    /** Everything that is wrong; a folder that breaks a rule is not loaded as well, for that would tell it twice. */
    List<RouteFinding> findings() {
        Settings settings = settings();
        StoreSettings memory = new StoreSettings("jdbc:h2:mem:routes-check-" + System.nanoTime(), "", "");
        try (Store store = Store.open(memory);
                Wiring wiring = Wiring.ofTrial(settings, store, Clock.systemUTC())) {
            return problems(settings, wiring.beans()).stream()
                    .map(RoutesCheck::finding)
                    .toList();
        }
    }

    private Settings settings() {
        Map<String, String> values = new TreeMap<>(new SettingsSource(System.getenv(), System.getProperties())
                .read(home.resolve("application.properties")));
        values.putIfAbsent("intercom.access-token", UNSET);
        values.putIfAbsent("bridge.api-token", UNSET);
        return Settings.of(home, values);
    }

    private List<RouteProblem> problems(Settings settings, Map<String, Object> beans) {
        Path routes = home.resolve("routes");
        Map<String, Class<?>> types = beans.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getClass()));
        List<RouteProblem> broken =
                new RouteLint(routes, home.resolve("application.properties"), types, programKeys(settings)).problems();
        return broken.isEmpty() ? new RouteFolder(routes).dryRun(surroundings(settings, beans)) : broken;
    }

    /** The keys of the file that the program reads itself; others than those of the file are as shipped. */
    private Set<String> programKeys(Settings settings) {
        Set<String> keys = new TreeSet<>(settings.values().keySet());
        keys.addAll(SettingsSource.WITHOUT_DEFAULT);
        keys.removeAll(Settings.OF_ROUTES);
        keys.retainAll(mentioned(home.resolve("application.properties")));
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

    private static Surroundings surroundings(Settings settings, Map<String, Object> beans) {
        Properties properties = new Machine(settings).properties(RouteSelection.COMMAND, "");
        DefaultRegistry registry = new DefaultRegistry();
        beans.forEach(registry::bind);
        ThreadPoolProfile readers = new ThreadPoolProfile("import-slices");
        readers.setPoolSize(1);
        readers.setMaxPoolSize(1);
        return new Surroundings(
                key -> Optional.ofNullable(properties.getProperty(key)),
                registry,
                name -> name.equals(readers.getId()) ? Optional.of(readers) : Optional.empty());
    }

    private static RouteFinding finding(RouteProblem problem) {
        return new RouteFinding(problem.file().toString(), problem.line(), problem.message(), "", problem.remedy());
    }
}
