package io.eicbridge.dialect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Writes dates as EIC reads them, {@code yyyy-MM-dd HH:mm:ss} in UTC, from seconds or from text in ISO or in the file's own format. */
final class EicDates {
    /** The last second of the year 9999: anything beyond was counted in milliseconds. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);
    private final DateTimeFormatter own;

    /**
     * @param pattern the file's {@code dateFormat} in Java's letters, null where it has none
     * @throws IllegalArgumentException for a pattern that Java does not know
     */
    EicDates(String pattern) {
        this.own = pattern == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The file's own format, in words that are the same for the same format. */
    String format() {
        return String.valueOf(own);
    }

    static boolean isEpoch(long seconds) {
        return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
    }

    /** A moment in seconds since 1970, which must be an epoch; written by hand because formatters cost ten times as much. */
    static String text(long seconds) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        char[] text = new char[19];
        digits(text, 0, 4, at.getYear());
        text[4] = '-';
        digits(text, 5, 2, at.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, at.getDayOfMonth());
        text[10] = ' ';
        digits(text, 11, 2, at.getHour());
        text[13] = ':';
        digits(text, 14, 2, at.getMinute());
        text[16] = ':';
        digits(text, 17, 2, at.getSecond());
        return new String(text);
    }

    /** The same moment of a text, null for one that is no date; a text without offset is UTC, one without time is midnight. */
    String read(String text) {
        TemporalAccessor parsed = own == null ? null : parse(own, text);
        if (parsed == null) {
            parsed = parse(text.length() == 10 ? DateTimeFormatter.ISO_LOCAL_DATE : ISO, text);
        }
        return parsed == null ? null : written(parsed);
    }

    private static String written(TemporalAccessor parsed) {
        long seconds = parsed instanceof OffsetDateTime moment
                ? moment.toEpochSecond()
                : ((LocalDateTime) parsed).toEpochSecond(ZoneOffset.UTC);
        return isEpoch(seconds) ? text(seconds) : null;
    }

    private static TemporalAccessor parse(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor parsed =
                    format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return parsed instanceof LocalDate day ? day.atTime(LocalTime.MIDNIGHT) : parsed;
        } catch (DateTimeException otherFormat) {
            return null;
        }
    }

    private static void digits(char[] text, int from, int count, int number) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
