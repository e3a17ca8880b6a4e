package io.eicbridge.dialect.expression;

import java.util.Map;

/** The methods that expressions may call on the name of a type; the names stand for our own meaning of them. */
final class TypeMethods {
    private static final Map<String, MethodTable> TYPES = Map.of(
            "Math", MathMethods.ALLOWED,
            "Integer",
                    new MethodTable()
                            .with("parseInt", 1, (type, given, run) -> Integer.parseInt(Arguments.text(given, 0)))
                            .with("valueOf", 1, (type, given, run) -> Integer.valueOf(Arguments.text(given, 0))),
            "Long",
                    new MethodTable()
                            .with("parseLong", 1, (type, given, run) -> Long.parseLong(Arguments.text(given, 0)))
                            .with("valueOf", 1, (type, given, run) -> Long.valueOf(Arguments.text(given, 0))),
            "String",
                    new MethodTable()
                            .with("valueOf", 1, (type, given, run) -> Building.text(given.get(0), run))
                            .with("join", 2, (type, given, run) -> new Building(run)
                                    .joined(Arguments.list(given, 1), Arguments.text(given, 0))
                                    .toString()),
            "Boolean",
                    new MethodTable()
                            .with(
                                    "parseBoolean",
                                    1,
                                    (type, given, run) -> Boolean.parseBoolean(Arguments.text(given, 0))),
            "Calendar", new MethodTable().with("getInstance", 0, (type, given, run) -> Moment.now(run, true)),
            "Date",
                    new MethodTable().with("parse", 2, (type, given, run) -> DatePattern.of(given.get(0))
                            .parse(Arguments.text(given, 1))),
            "TimeZone",
                    new MethodTable()
                            .with("getTimeZone", 1, (type, given, run) -> DatePattern.zone(Arguments.text(given, 0))));

    private TypeMethods() {}

    /** The methods of a type, null where the text is no name of one. */
    static MethodTable of(String written) {
        return TYPES.get(written.replaceFirst("^java\\.(lang|util)\\.", ""));
    }
}
