package io.eicbridge.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time from which on something is meant: so long ago, a day of this machine's zone, or an instant. */
final class SinceTime implements ITypeConverter<Instant> {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhd])");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public Instant convert(String typed) {
        Matcher ago = AGO.matcher(typed);
        if (ago.matches()) {
            return Instant.now().minus(span(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        try {
            return DAY.matcher(typed).matches()
                    ? LocalDate.parse(typed)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant()
                    : Instant.parse(typed);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + typed
                            + "' is no time; allowed are 30m, 2h or 7d ago, a day such as 2026-11-24, and 2026-11-24T10:00:00Z.");
        }
    }

    private static Duration span(long count, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
