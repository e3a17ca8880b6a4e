package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import java.util.stream.Stream;

/** A batch is made by a bean: what a split has gathered and not yet handed on is lost when the program stops. */
final class Batches implements Rule {

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return Step.in(subject.everything())
                .filter(step -> step.kind().equals("split"))
                .flatMap(split -> Step.in(split.body().everything()))
                .filter(step -> step.kind().equals("aggregate"))
                .map(aggregate -> aggregate
                        .body()
                        .problem(
                                "found aggregate inside split; allowed is a bean that makes the batch",
                                "Let a bean cut the list into batches, and split those"));
    }
}
