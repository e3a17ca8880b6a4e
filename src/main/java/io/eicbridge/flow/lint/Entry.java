package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteFile;
import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.List;
import java.util.Optional;

/** A route or a route configuration in its file. */
record Entry(String kind, RouteFile file, YamlPart part) {

    String id() {
        return part.text("id");
    }

    Optional<YamlPart> from() {
        return part.field("from");
    }

    String fromUri() {
        return from().map(from -> from.text("uri")).orElse("");
    }

    List<YamlPart> topLevelSteps() {
        return from().flatMap(from -> from.field("steps")).map(YamlPart::items).orElse(List.of());
    }

    /** A problem at the given key, or at the entry itself where the key is missing. */
    RouteProblem problemAt(String key, String message, String remedy) {
        return part.field(key).orElse(part).problem(message, remedy);
    }
}
