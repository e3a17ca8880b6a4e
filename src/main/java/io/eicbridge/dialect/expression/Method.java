package io.eicbridge.dialect.expression;

import java.util.List;

/** A method that expressions may call. */
interface Method {
    Object call(Object receiver, List<Object> arguments, Evaluation run);
}
