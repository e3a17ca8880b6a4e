package io.eicbridge;

import io.eicbridge.cli.RouteFinding;
import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.RouteSet;
import io.eicbridge.flow.Surroundings;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
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
        RouteRules rules = new RouteRules(settings, beans, surroundings(settings, beans));
        return rules.problems(RouteSet.read(home.resolve("routes")));
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
