package io.eicbridge.dialect.expression;

import java.util.List;

/** What expressions may ask a list. */
final class ListMethods {
    static final MethodTable OF_LISTS = shared().with("contains", 1, (list, arguments, run) -> {
                run.weigh(arguments.get(0), of(list).size() + 1L);
                return of(list).contains(arguments.get(0));
            })
            .with("indexOf", 1, (list, arguments, run) -> {
                run.weigh(arguments.get(0), of(list).size() + 1L);
                return of(list).indexOf(arguments.get(0));
            })
            .with("add", 1, (list, arguments, run) -> Changing.add(list, arguments.get(0), run))
            .with("isEmpty", 0, (list, arguments, run) -> of(list).isEmpty())
            .with("get", 1, (list, arguments, run) -> of(list).get(Arguments.whole(arguments, 0)))
            .with("equals", 1, (list, arguments, run) -> Calculating.isEqual(list, arguments.get(0), run));

    /** An array has fewer methods of its own, and looks for an element as {@code ==} does. */
    static final MethodTable OF_PARTS = shared().with("contains", 1, (list, arguments, run) -> of(list).stream()
            .anyMatch(element -> Comparing.areEqual(element, arguments.get(0))));

    private ListMethods() {}

    private static MethodTable shared() {
        return new MethodTable()
                .with("size", 0, (list, arguments, run) -> of(list).size())
                .with("join", 0, (list, arguments, run) -> new Building(run)
                        .joined(of(list), "")
                        .toString())
                .with("join", 1, (list, arguments, run) -> new Building(run)
                        .joined(of(list), Arguments.text(arguments, 0))
                        .toString())
                .with("toString", 0, (list, arguments, run) -> Building.text(list, run));
    }

    private static List<?> of(Object receiver) {
        return (List<?>) receiver;
    }
}
