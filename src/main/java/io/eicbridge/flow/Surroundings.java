package io.eicbridge.flow;

import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.ThreadPoolProfile;

/**
 * What routes find around them: settings, beans and named thread pools, all of them only looked up.
 *
 * @param pools the profile of a named thread pool
 */
public record Surroundings(
        Function<String, Optional<String>> properties,
        BeanRepository beans,
        Function<String, Optional<ThreadPoolProfile>> pools) {

    /** The surroundings of a context, started or not, which is not changed by their use. */
    public static Surroundings of(CamelContext context) {
        return new Surroundings(
                key -> context.getPropertiesComponent().resolveProperty(key),
                context.getRegistry(),
                name -> Optional.ofNullable(context.getExecutorServiceManager().getThreadPoolProfile(name)));
    }
}
