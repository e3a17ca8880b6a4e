package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.List;

/** Methods of lists that arrays have not: more elements, fewer, and questions about several. */
final class Growing {
    static final MethodTable ALLOWED = new MethodTable()
            .with("addAll", 1, (list, arguments, run) -> {
                List<?> more = Arguments.list(arguments, 0);
                run.grow(more.size());
                return Changing.list(list).addAll(new ArrayList<>(more));
            })
            .with("containsAll", 1, (list, arguments, run) -> {
                run.weigh(arguments.get(0), ((List<?>) list).size() + 1L);
                return ((List<?>) list).containsAll(Arguments.list(arguments, 0));
            })
            .with("lastIndexOf", 1, (list, arguments, run) -> {
                run.weigh(arguments.get(0), ((List<?>) list).size() + 1L);
                return ((List<?>) list).lastIndexOf(arguments.get(0));
            })
            .with(
                    "subList",
                    2,
                    (list, arguments, run) ->
                            Picking.part(list, Arguments.whole(arguments, 0), Arguments.whole(arguments, 1), run));

    private Growing() {}
}
