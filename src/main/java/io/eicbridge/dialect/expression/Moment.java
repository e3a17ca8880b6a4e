package io.eicbridge.dialect.expression;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A point in time, Java's {@code Date} or {@code Calendar} in an expression; always in UTC.
 *
 * @param isCalendar whether {@code time} is a date, and not a number of milliseconds
 */
record Moment(Instant at, boolean isCalendar) {
    private static final DatePattern WRITTEN = new DatePattern("EEE MMM dd HH:mm:ss 'UTC' yyyy");
    private static final long MOST_DAYS = 1_000_000;
    static final MethodTable ALLOWED = new MethodTable()
            .with("format", 1, (moment, given, run) -> DatePattern.of(given.get(0))
                    .format((Moment) moment))
            .with("format", 2, (moment, given, run) -> DatePattern.of(given.get(0), given.get(1))
                    .format((Moment) moment))
            .with("getTime", 0, (moment, given, run) -> ((Moment) moment).time())
            .with("plus", 1, (moment, given, run) -> ((Moment) moment).plus(given.get(0), 1))
            .with("minus", 1, (moment, given, run) -> ((Moment) moment).plus(given.get(0), -1))
            .with("before", 1, (moment, given, run) -> ((Moment) moment).at.isBefore(of(given)))
            .with("after", 1, (moment, given, run) -> ((Moment) moment).at.isAfter(of(given)))
            .with("equals", 1, (moment, given, run) -> moment.equals(given.get(0)))
            .with("toString", 0, (moment, given, run) -> moment.toString());

    static Moment now(Evaluation run, boolean isCalendar) {
        return new Moment(run.now().truncatedTo(ChronoUnit.MILLIS), isCalendar);
    }

    Object time() {
        return isCalendar ? (Object) new Moment(at, false) : (Object) at.toEpochMilli();
    }

    /** So many days later, or earlier with a direction of -1. */
    Moment plus(Object days, int direction) {
        if (days instanceof Integer number && Math.abs((long) number) <= MOST_DAYS) {
            return new Moment(at.plus((long) number * direction, ChronoUnit.DAYS), isCalendar);
        }
        throw new Refusal(
                "a date and a whole number of at most " + MOST_DAYS + " days are needed, found " + Kind.of(days));
    }

    private static Instant of(List<Object> given) {
        if (given.get(0) instanceof Moment other) {
            return other.at;
        }
        throw new Refusal("needs a date, found " + Kind.of(given.get(0)));
    }

    @Override
    public String toString() {
        return WRITTEN.format(this);
    }
}
