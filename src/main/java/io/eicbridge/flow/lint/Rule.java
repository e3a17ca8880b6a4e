package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import java.util.stream.Stream;

/** One rule of the routes folder. */
interface Rule {
    /** Every violation of this rule. */
    Stream<RouteProblem> violations(Subject subject);
}
