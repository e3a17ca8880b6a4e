package io.eicbridge;

import io.eicbridge.failure.About;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two parts of every message of the bridge: what was found, and what to do about it. */
record CheckFinding(String found, String remedy) {
    private static final Pattern SENTENCES = Pattern.compile("(?<=\\.)\\s+(?=\\p{Lu})");
    /** True of a run, not of a check. */
    private static final Pattern LATER = Pattern.compile("It (is tried again|may or may not) .*");

    /** The parts of this failure; {@code otherwise} is what to do where its message does not say it. */
    static CheckFinding of(RuntimeException failure, String otherwise) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        List<String> problems = message.lines().toList();
        if (problems.size() > 1) {
            return new CheckFinding(problems.size() + " problems", message + System.lineSeparator() + otherwise);
        }
        return ofOne(About.bare(message), otherwise);
    }

    private static CheckFinding ofOne(String message, String otherwise) {
        String[] sentences = SENTENCES.split(message);
        String remedy = Arrays.stream(sentences)
                .skip(1)
                .filter(sentence -> !LATER.matcher(sentence).matches())
                .collect(Collectors.joining(" "));
        return new CheckFinding(sentences[0], remedy.isEmpty() ? otherwise : remedy);
    }
}
