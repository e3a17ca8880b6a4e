package io.eicbridge.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces all routes of a running context by others. Camel's own reload would leave behind route configurations, routes that
 * vanished from a file, and schedules: they live in the model and in the endpoints, so all three are taken out here.
 */
final class RouteReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(RouteReplacement.class);
    private static final long STOP_SECONDS = 10;
    /** Camel's own place for routes that name none. */
    private static final int USUAL_ORDER = 1_000;

    private final ModelCamelContext context;

    RouteReplacement(CamelContext context) {
        this.context = (ModelCamelContext) context;
    }

    /** Starts other routes in the place of those that run, which are back where that fails; answers why, empty where not. */
    Optional<RouteProblem> replace(RouteSet before, RouteSet now) throws Exception {
        takeOut();
        try {
            start(now);
            return Optional.empty();
        } catch (Exception e) {
            LOG.debug("The new routes do not start, those before come back.", e);
            takeOut();
            start(before);
            return Optional.of(now.diagnosis(e));
        }
    }

    /** Takes out everything that came from the folder; what a schedule began meanwhile comes to its end first. */
    private void takeOut() throws Exception {
        context.getShutdownStrategy()
                .shutdown(
                        context,
                        context.getCamelContextExtension().getRouteStartupOrder(),
                        STOP_SECONDS,
                        TimeUnit.SECONDS);
        context.removeRouteDefinitions(new ArrayList<>(context.getRouteDefinitions()));
        for (RouteConfigurationDefinition configuration : List.copyOf(context.getRouteConfigurationDefinitions())) {
            context.removeRouteConfiguration(configuration);
        }
        for (Endpoint endpoint : List.copyOf(context.getEndpoints())) {
            context.removeEndpoint(endpoint);
        }
    }

    /** Opens no entrance before everything behind it is there. */
    private void start(RouteSet routes) throws Exception {
        context.setAutoStartup(false);
        try {
            routes.add(context, RouteSelection.ALL);
        } finally {
            context.setAutoStartup(true);
        }
        List<Route> inOrder = new ArrayList<>(context.getRoutes());
        inOrder.sort(Comparator.comparing(RouteReplacement::isEntrance).thenComparing(RouteReplacement::order));
        for (Route route : inOrder) {
            start(route);
        }
    }

    private void start(Route route) throws Exception {
        if (Boolean.TRUE.equals(route.isAutoStartup())) {
            context.getRouteController().startRoute(route.getRouteId());
        }
    }

    private static boolean isEntrance(Route route) {
        return !route.getEndpoint().getEndpointUri().startsWith("direct:");
    }

    private static int order(Route route) {
        return route.getStartupOrder() == null ? USUAL_ORDER : route.getStartupOrder();
    }
}
