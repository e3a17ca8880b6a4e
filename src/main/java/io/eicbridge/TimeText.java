package io.eicbridge;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as settings write them: a whole number and a unit, for instance {@code 25s}. */
final class TimeText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private TimeText() {}

    /** The time; a NumberFormatException for anything else. */
    static Duration parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            throw new NumberFormatException("no time");
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** A time in seconds or, where it is whole, in a larger unit. */
    static String of(Duration time) {
        if (time.toSeconds() % 60 != 0 || time.isZero()) {
            return time.toSeconds() + "s";
        }
        return time.toMinutes() % 60 != 0 ? time.toMinutes() + "m" : time.toHours() + "h";
    }
}
