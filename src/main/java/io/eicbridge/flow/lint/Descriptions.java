package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteProblem;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every route says in one short sentence what it does, the verb first. */
final class Descriptions implements Rule {
    private static final int LIMIT = 80;
    private static final Pattern VERB_FIRST = Pattern.compile("[A-Z][a-z]+s\\b.*");

    @Override
    public Stream<RouteProblem> violations(Subject subject) {
        return subject.named().stream().flatMap(this::judge);
    }

    private Stream<RouteProblem> judge(Entry entry) {
        String text = entry.part().text("description").strip();
        return Stream.of(
                        found(entry, text.isEmpty(), "no description of '" + entry.id() + "'"),
                        found(entry, text.length() >= LIMIT, text.length() + " characters"),
                        found(entry, text.endsWith("."), "a full stop at the end"),
                        found(entry, text.contains(". "), "more than one sentence"),
                        found(
                                entry,
                                !text.isEmpty() && !VERB_FIRST.matcher(text).matches(),
                                "'" + text + "'"))
                .flatMap(problems -> problems);
    }

    private Stream<RouteProblem> found(Entry entry, boolean wrong, String what) {
        return wrong
                ? Stream.of(entry.problemAt(
                        "description",
                        "found " + what + "; allowed is one sentence under " + LIMIT
                                + " characters, verb first, without a full stop",
                        "Write it as 'Reads all accounts of one endpoint'"))
                : Stream.empty();
    }
}
