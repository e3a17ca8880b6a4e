package io.eicbridge.flow;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.spi.BeanRepository;

/**
 * Looks beans up elsewhere and owns none of them: closing a context clears the registry that it was given.
 * The HTTP engine alone is replaced, so that a trial opens no path.
 */
final class BorrowedBeans implements BeanRepository {
    private final BeanRepository owner;
    private final PlatformHttpEngine silence = new SilentHttp();

    BorrowedBeans(BeanRepository owner) {
        this.owner = owner;
    }

    @Override
    public Object lookupByName(String name) {
        return isEngine(name) ? silence : owner.lookupByName(name);
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        return isEngine(name) && type.isInstance(silence) ? type.cast(silence) : owner.lookupByNameAndType(name, type);
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return owner.findByTypeWithName(type).entrySet().stream()
                .filter(bean -> !(bean.getValue() instanceof PlatformHttpEngine))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        Stream<T> found = owner.findByType(type).stream();
        return found.filter(bean -> !(bean instanceof PlatformHttpEngine)).collect(Collectors.toSet());
    }

    private static boolean isEngine(String name) {
        return PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME.equals(name);
    }
}
