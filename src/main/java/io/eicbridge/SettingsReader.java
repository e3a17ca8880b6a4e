package io.eicbridge;

import io.eicbridge.dialect.Spelling;
import io.eicbridge.failure.Configuration;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartz.CronExpression;

/** Takes typed values out of the settings and collects every problem, so that all are told at once. */
final class SettingsReader {
    private static final String CRON = "a Quartz cron: second minute hour day month weekday, with ? for the day or the"
            + " weekday, for instance \"0 0 2 * * ?\" (every day at 2:00), with a time to come";
    private final Map<String, String> values;
    private final Set<String> used = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    String text(String key) {
        used.add(key);
        return values.getOrDefault(key, "");
    }

    int number(String key, int least, int most) {
        return value(key, least, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            return number < least || number > most ? null : number;
        });
    }

    double decimal(String key, double least, double most) {
        return value(key, least, "a number from " + least + " to " + most, text -> {
            double number = Double.parseDouble(text);
            return number >= least && number <= most ? number : null; // NaN is neither
        });
    }

    /** A time such as {@code 25s}, with the unit ms, s, m, h or d. */
    Duration duration(String key, Duration least, Duration most) {
        return value(key, least, "a time from " + TimeText.of(least) + " to " + TimeText.of(most), text -> {
            Duration time = TimeText.parse(text);
            return time.compareTo(least) < 0 || time.compareTo(most) > 0 ? null : time;
        });
    }

    /** A comma separated list of times, in the order given. */
    List<Duration> durations(String key) {
        return value(key, List.of(), "times such as 1m,5m,2h, each with the unit ms, s, m, h or d", text -> {
            List<Duration> times =
                    Stream.of(text.split(",")).map(TimeText::parse).toList();
            return times.isEmpty() ? null : times;
        });
    }

    /** One of a few words. */
    String oneOf(String key, String... allowed) {
        return value(
                key,
                allowed[0],
                String.join(" or ", allowed),
                text -> List.of(allowed).contains(text) ? text : null);
    }

    boolean flag(String key) {
        return value(key, false, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    /** A schedule that only routes use; where it is missing, the check of the routes tells who needs it. */
    void cron(String key) {
        if (!text(key).isEmpty()) {
            value(key, "", CRON, text -> firesAgain(text) ? text : null);
        }
    }

    private static boolean firesAgain(String cron) {
        try {
            return new CronExpression(cron).getNextValidTimeAfter(new Date()) != null;
        } catch (ParseException e) {
            return false;
        }
    }

    /** A comma separated list of names out of the allowed ones, in the order given. */
    Set<String> names(String key, Set<String> allowed) {
        return value(key, Set.of(), "any of " + String.join(",", new TreeSet<>(allowed)), text -> {
            Set<String> names = Stream.of(text.split(","))
                    .map(String::trim)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
            return allowed.containsAll(names) ? names : null;
        });
    }

    /** A value that a room checks itself; its words become one of the problems. */
    <T> T checked(T otherwise, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (Configuration e) {
            problems.add(e.getMessage());
            return otherwise;
        }
    }

    private <T> T value(String key, T otherwise, String allowed, Function<String, T> parse) {
        T parsed = null;
        try {
            parsed = parse.apply(text(key));
        } catch (NumberFormatException e) {
            // told below like any other value that is not allowed
        }
        if (parsed == null) {
            problems.add(wrong(key, text(key), allowed));
        }
        return parsed == null ? otherwise : parsed;
    }

    /** What is said of a value that is not allowed. */
    static String wrong(String key, String found, String allowed) {
        return "Setting \"" + key + "\" is \"" + found + "\"; allowed is " + allowed
                + ". Correct it in application.properties, or in the environment variable "
                + SettingsSource.variable(key)
                + ".";
    }

    /** Ends the reading: throws one failure that names every problem, unknown keys included. */
    void finish(Set<String> alsoKnown) {
        values.keySet().stream()
                .filter(key -> !used.contains(key) && !alsoKnown.contains(key) && !key.startsWith("camel."))
                .forEach(key -> problems.add("Setting \"" + key + "\" is not known; " + nearest(key)));
        if (!problems.isEmpty()) {
            throw new Configuration(String.join(System.lineSeparator(), problems));
        }
    }

    private String nearest(String key) {
        return Spelling.nearest(key, used)
                .map(known -> "did you mean \"" + known + "\"? Correct or remove it in application.properties.")
                .orElse("remove it in application.properties.");
    }
}
