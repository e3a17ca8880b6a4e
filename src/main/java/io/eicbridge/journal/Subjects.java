package io.eicbridge.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes a subject fit its column so that it still stands for nobody else: what was cut off lives on in a number at its end. */
final class Subjects {
    private static final int LONGEST = 255;
    private static final Pattern STRANGE = Pattern.compile("[^\\x20-\\x7e]");

    private Subjects() {}

    /** The subject itself where it is short and plain; null for none. */
    static String fit(String subject) {
        if (subject == null
                || subject.length() <= LONGEST && !STRANGE.matcher(subject).find()) {
            return subject;
        }
        String number = " #" + UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        String plain = STRANGE.matcher(subject).replaceAll("?");
        return plain.substring(0, Math.min(plain.length(), LONGEST - number.length())) + number;
    }
}
