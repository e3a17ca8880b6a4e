package io.eicbridge.dialect.expression;

import java.util.List;

/** The body of a closure, called with one value or two. */
interface Closing {
    Object call(Evaluation run, List<Object> arguments);
}
