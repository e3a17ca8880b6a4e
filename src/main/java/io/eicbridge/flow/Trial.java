package io.eicbridge.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Component;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;

/** A context of its own in which routes are built completely, with borrowed beans and settings, and never started. */
final class Trial {
    private final Surroundings surroundings;

    Trial(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Why the given files do not start, empty where they do. */
    Optional<Exception> failureOf(Collection<Resource> files, List<String> pools) {
        try (DefaultCamelContext scratch = context(pools)) {
            PluginHelper.getRoutesLoader(scratch).loadRoutes(files);
            scratch.start();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    private DefaultCamelContext context(List<String> pools) throws Exception {
        DefaultCamelContext scratch = new DefaultCamelContext(false);
        scratch.getCamelContextExtension().setName("routes-trial");
        scratch.setAutoStartup(false);
        scratch.setStartupSummaryLevel(StartupSummaryLevel.Off);
        scratch.getCamelContextExtension().setRegistry(new DefaultRegistry(new BorrowedBeans(surroundings.beans())));
        scratch.getRegistry().bind("stillSchedules", ComponentCustomizer.class, new StillSchedules());
        scratch.getPropertiesComponent().addPropertiesSource(new Settings(surroundings));
        pools.forEach(name -> surroundings.pools().apply(name).ifPresent(profile -> scratch.getExecutorServiceManager()
                .registerThreadPoolProfile(profile.clone())));
        scratch.build();
        return scratch;
    }

    /** Quartz fires as soon as its component starts, even for routes that do not. */
    private static final class StillSchedules implements ComponentCustomizer {
        @Override
        public boolean isEnabled(String name, Component target) {
            return name.equals("quartz");
        }

        @Override
        public void configure(String name, Component target) {
            PropertyBindingSupport.bindProperties(
                    target.getCamelContext(), target, new HashMap<>(Map.of("autoStartScheduler", "false")));
        }
    }

    private record Settings(Surroundings surroundings) implements PropertiesSource {
        @Override
        public String getName() {
            return "surroundings";
        }

        @Override
        public String getProperty(String name) {
            return surroundings.properties().apply(name).orElse(null);
        }
    }
}
