package io.eicbridge.dialect.expression;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** How a date is written, in the letters of Java's {@code SimpleDateFormat}; English names, and always UTC. */
record DatePattern(String pattern) {
    private static final int LONGEST = 100;
    private static final int LONGEST_DATE = 200;
    private static final Set<String> ZONES = Set.of("UTC", "GMT", "Etc/UTC");
    static final MethodTable ALLOWED = new MethodTable()
            .with("format", 1, (pattern, given, run) -> ((DatePattern) pattern).format(given.get(0)))
            .with("parse", 1, (pattern, given, run) -> ((DatePattern) pattern).parse(Arguments.text(given, 0)))
            .with("toPattern", 0, (pattern, given, run) -> ((DatePattern) pattern).pattern);

    static DatePattern of(Object pattern) {
        if (!(pattern instanceof String || pattern instanceof Interpolation)) {
            throw new Refusal("needs a pattern such as 'yyyy-MM-dd', found " + Kind.of(pattern));
        }
        String text = pattern.toString();
        if (text.length() > LONGEST) {
            throw new Refusal("has a date pattern of more than " + LONGEST + " characters");
        }
        DatePattern made = new DatePattern(text);
        made.written();
        return made;
    }

    /** A pattern and a time zone, which must be UTC. */
    static DatePattern of(Object pattern, Object zone) {
        zone(String.valueOf(zone));
        return of(pattern);
    }

    static String zone(String name) {
        if (ZONES.contains(name)) {
            return "UTC";
        }
        throw new Refusal("dates are written in UTC alone. Write TimeZone.getTimeZone('UTC')");
    }

    String format(Object moment) {
        if (moment instanceof Moment known) {
            return written().format(Date.from(known.at()));
        }
        throw new Refusal("needs a date, found " + Kind.of(moment));
    }

    Moment parse(String text) {
        try {
            String bounded = text.substring(0, Math.min(text.length(), LONGEST_DATE));
            return new Moment(written().parse(bounded).toInstant(), false);
        } catch (ParseException other) {
            throw new Refusal("meets a text that is no date in the pattern " + pattern);
        }
    }

    private SimpleDateFormat written() {
        SimpleDateFormat written = new SimpleDateFormat(pattern, Locale.ENGLISH);
        written.setTimeZone(TimeZone.getTimeZone("UTC"));
        return written;
    }
}
