package io.eicbridge.flow.lint;

import io.eicbridge.flow.YamlPart;
import java.util.stream.Stream;

/** One step of a route, at any depth: its kind, as {@code to} or {@code split}, and what is under it. */
record Step(String kind, YamlPart body) {

    /** All steps inside a part, also those of branches, loops and error clauses. */
    static Stream<Step> in(Stream<YamlPart> everything) {
        return everything
                .flatMap(part -> part.field("steps").stream())
                .flatMap(steps -> steps.items().stream())
                .flatMap(step -> step.fields().entrySet().stream())
                .map(field -> new Step(field.getKey(), field.getValue()));
    }
}
