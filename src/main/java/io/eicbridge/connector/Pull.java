package io.eicbridge.connector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pull of a consumer, as its links carry it: what it reads, so that it needs no memory in the bridge.
 *
 * @param from the position at which it began
 * @param to the position at which the consumer is once it has read everything
 * @param total how many rows there were when it began
 */
record Pull(long from, long to, long total) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

    /** Reads what {@link #text} wrote; {@code Rejected} with 400 where it is something else. */
    static Pull parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw Refusals.invalid("'pull' is not from a 'nextUrl' of this list: follow that link as it is.");
        }
        return new Pull(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    String text() {
        return from + "-" + to + "-" + total;
    }
}
