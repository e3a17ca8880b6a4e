package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import io.eicbridge.flow.YamlPart;
import io.eicbridge.flow.lint.PropertyLines.Setting;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The properties file explains every key, gives no secret, and holds exactly the keys that routes or program use. */
final class Settings implements Rule {
    private static final Pattern SECRET =
            Pattern.compile(".*(^|[.-])(token|password|secret|passphrase|api-key|private-key)");
    private static final String DIRECT_BLOCK = "camel.component.direct.block";

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        PropertyLines lines = subject.properties();
        Set<String> used = used(subject);
        return Stream.of(
                        lines.settings().stream().flatMap(setting -> judge(lines, setting, used)),
                        doubles(lines),
                        missing(subject),
                        blocking(lines))
                .flatMap(problems -> problems);
    }

    static boolean isSecret(String key) {
        return SECRET.matcher(key).matches();
    }

    private Set<String> used(Subject subject) {
        Stream<String> texts = Stream.concat(
                subject.everything().map(YamlPart::text),
                subject.properties().settings().stream().map(Setting::value));
        return Stream.concat(texts.flatMap(Placeholders::keysIn), subject.programKeys().stream())
                .collect(Collectors.toSet());
    }

    private Stream<RouteProblem> judge(PropertyLines lines, Setting setting, Set<String> used) {
        String key = setting.key();
        boolean unused = !key.startsWith("camel.") && !used.contains(key);
        boolean open = isSecret(key) && !setting.value().isEmpty();
        return Stream.of(
                        found(
                                lines,
                                setting,
                                !setting.explained(),
                                "' without a comment; allowed is one directly above",
                                "Write a line that begins with '# ' above it: what it does and its unit"),
                        found(
                                lines,
                                setting,
                                unused,
                                "', which neither a route nor the program reads",
                                "Take it away, or correct the key"),
                        found(
                                lines,
                                setting,
                                open,
                                "' with a default; allowed for a secret is none",
                                "Leave the value empty: it comes from the environment"))
                .flatMap(problems -> problems);
    }

    private static Stream<RouteProblem> found(
            PropertyLines lines, Setting setting, boolean wrong, String what, String remedy) {
        return wrong ? Stream.of(lines.problem(setting, "found '" + setting.key() + what, remedy)) : Stream.empty();
    }

    private Stream<RouteProblem> doubles(PropertyLines lines) {
        Set<String> seen = new HashSet<>();
        return lines.settings().stream()
                .filter(setting -> !seen.add(setting.key()))
                .flatMap(setting -> found(lines, setting, true, "' a second time", "Keep one of the lines"));
    }

    private Stream<RouteProblem> missing(Subject subject) {
        PropertyLines lines = subject.properties();
        return subject.programKeys().stream()
                .filter(key -> lines.setting(key).isEmpty())
                .map(key -> new RouteProblem(
                        lines.file(),
                        0,
                        0,
                        "the key '" + key + "', which the program reads, is missing",
                        "Add it with its default and a comment above"));
    }

    /** Without this a call of a missing route waits for half a minute before it fails. */
    private Stream<RouteProblem> blocking(PropertyLines lines) {
        boolean off = lines.setting(DIRECT_BLOCK)
                .filter(setting -> setting.active() && setting.value().equals("false"))
                .isPresent();
        return off
                ? Stream.empty()
                : Stream.of(new RouteProblem(
                        lines.file(), 0, 0, "'" + DIRECT_BLOCK + "' is not false", "Set " + DIRECT_BLOCK + " = false"));
    }
}
