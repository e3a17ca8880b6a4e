package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteFile;
import io.eicbridge.flow.RouteProblem;
import java.util.stream.Stream;

/** A route is read at a glance. */
final class Sizes implements Rule {
    private static final int STEPS = 8;
    private static final int LINES = 100;

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return Stream.concat(
                subject.routes().stream()
                        .filter(route -> route.topLevelSteps().size() > STEPS)
                        .map(this::tooMany),
                subject.files().stream()
                        .filter(file -> file.lines().size() > LINES)
                        .map(this::tall));
    }

    private RouteProblem tooMany(Entry route) {
        return route.problemAt(
                "from",
                "found " + route.topLevelSteps().size() + " top-level steps in '" + route.id() + "'; allowed are "
                        + STEPS,
                "Move some to a route of their own, called by direct:");
    }

    private RouteProblem tall(RouteFile file) {
        return new RouteProblem(
                file.path(),
                LINES + 1,
                0,
                "found " + file.lines().size() + " lines; allowed are " + LINES,
                "Split the file by what its routes do");
    }
}
