package io.eicbridge.sandbox.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists that come with the program. */
final class Words {
    private Words() {}

    /** The lines of a list, without comments; a missing list is a broken build. */
    static List<String> lines(String name) {
        try (InputStream stream = Words.class.getResourceAsStream("/sandbox/" + name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The word list \"" + name + "\" cannot be read", failure);
        }
    }

    static List<String> list(String line) {
        return List.of(line.split(","));
    }
}
