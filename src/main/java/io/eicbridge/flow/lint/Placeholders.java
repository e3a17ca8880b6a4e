package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every {@code {{key}}} of a route is a setting of the properties file, and has its default there alone. */
final class Placeholders implements Rule {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*[?!]?([^{}:\\s]+)\\s*(:[^{}]*)?}}");

    /** One use of a key; {@code fallback} is empty where the plain key is used. */
    private record Use(YamlPart place, String key, String fallback) {}

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return subject.everything().flatMap(this::uses).flatMap(use -> judge(subject.properties(), use));
    }

    /** The keys that a text uses. */
    static Stream<String> keysIn(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1));
    }

    private Stream<Use> uses(YamlPart part) {
        Matcher matcher = PLACEHOLDER.matcher(part.text());
        return matcher.results()
                .map(found -> new Use(part, found.group(1), found.group(2) == null ? "" : found.group(2)));
    }

    private Stream<RouteProblem> judge(PropertyLines properties, Use use) {
        if (!use.fallback().isEmpty()) {
            return Stream.of(use.place()
                    .problem(
                            "found '{{" + use.key() + use.fallback() + "}}'; allowed is a plain '{{key}}'",
                            "Move the default to the properties file, which the environment overrides"));
        }
        boolean known = properties
                .setting(use.key())
                .filter(setting -> setting.active() || Settings.isSecret(setting.key()))
                .isPresent();
        return known
                ? Stream.empty()
                : Stream.of(use.place()
                        .problem(
                                "found '{{" + use.key() + "}}'; allowed are keys of "
                                        + properties.file().getFileName(),
                                "Add a line '" + use.key() + " = …' with a comment above it, or correct the key"));
    }
}
