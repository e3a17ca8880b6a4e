package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An expression stands under {@code expression}, and its language holds its text under {@code expression} again. */
final class CanonicalExpressions implements Rule {
    private static final Set<String> LANGUAGES = Set.of(
            "constant",
            "csimple",
            "datasonnet",
            "exchangeProperty",
            "groovy",
            "header",
            "java",
            "jq",
            "js",
            "jsonpath",
            "language",
            "method",
            "mvel",
            "ognl",
            "python",
            "simple",
            "spel",
            "tokenize",
            "variable",
            "wasm",
            "xpath",
            "xquery",
            "xtokenize");
    /** Fields that take a language directly, by Camel's own schema. */
    private static final Set<String> DIRECT = Set.of(
            "expression",
            "handled",
            "continued",
            "retryWhile",
            "correlationExpression",
            "completionPredicate",
            "completionSizeExpression",
            "completionTimeoutExpression");
    /** Fields whose keys are names, not languages. */
    private static final Set<String> NAMES = Set.of("parameters", "bean", "method", "properties");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return subject.files().stream().flatMap(file -> file.entries().stream()).flatMap(entry -> walk("", entry));
    }

    private Stream<RouteProblem> walk(String key, YamlPart part) {
        if (NAMES.contains(key)) {
            return Stream.empty();
        }
        Stream<RouteProblem> here = part.fields().entrySet().stream().flatMap(field -> judge(key, field));
        Stream<RouteProblem> fields =
                part.fields().entrySet().stream().flatMap(field -> walk(field.getKey(), field.getValue()));
        Stream<RouteProblem> items = part.items().stream().flatMap(item -> walk("", item));
        return Stream.of(here, fields, items).flatMap(problems -> problems);
    }

    private Stream<RouteProblem> judge(String parent, Map.Entry<String, YamlPart> field) {
        String language = field.getKey();
        if (!LANGUAGES.contains(language)) {
            return Stream.empty();
        }
        if (!DIRECT.contains(parent)) {
            return Stream.of(field.getValue()
                    .problem(
                            "found '" + language + "' directly under '" + parent
                                    + "'; allowed is 'expression' between them",
                            "Write expression: { " + language + ": { expression: … } }"));
        }
        return field.getValue().isScalar()
                ? Stream.of(field.getValue()
                        .problem(
                                "found the short form '" + language + ": …'; allowed is a mapping",
                                "Write " + language + ": { expression: … }"))
                : Stream.empty();
    }
}
