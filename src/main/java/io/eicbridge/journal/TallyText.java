package io.eicbridge.journal;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name as text, {@code name=count} separated by blanks; names have neither blanks nor equal signs. */
final class TallyText {
    private TallyText() {}

    static Map<String, Long> read(String text) {
        Map<String, Long> counts = new TreeMap<>();
        for (String part : text.split(" ")) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                counts.put(part.substring(0, sign), Long.valueOf(part.substring(sign + 1)));
            }
        }
        return counts;
    }

    static String write(Map<String, Long> counts) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts)
                .forEach((name, count) ->
                        text.append(name).append('=').append(count).append(' '));
        return text.toString().trim();
    }

    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return sum;
    }
}
