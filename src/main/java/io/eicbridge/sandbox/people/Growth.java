package io.eicbridge.sandbox.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** When contacts were created: never earlier than the one before, over years, with a weekly rhythm, one bulk import and a busy day lately. */
public final class Growth {
    private static final int DAYS = 2200;
    private static final int BULK_DAY = 1480;
    private static final int BUSY_DAY = DAYS - 2;
    private static final int CREATION = 1;
    private static final long DAY = 86_400;
    private final long firstMidnight;
    private final long lastSecond;
    private final int[] starts = new int[DAYS + 1];
    private final Noise noise;

    /** The growth of a workspace to so many contacts at the given moment. */
    public Growth(Instant asOf, int contacts, Noise noise) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        this.firstMidnight = first.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        this.lastSecond = asOf.getEpochSecond();
        this.noise = noise;
        fill(first, contacts);
    }

    private void fill(LocalDate first, int contacts) {
        double[] sums = new double[DAYS + 1];
        for (int day = 0; day < DAYS; day++) {
            sums[day + 1] = sums[day] + weight(day, first.plusDays(day).getDayOfWeek());
        }
        for (int day = 1; day <= DAYS; day++) {
            starts[day] = (int) Math.round(contacts * sums[day] / sums[DAYS]);
        }
    }

    private static double weight(int day, DayOfWeek weekday) {
        double progress = (double) day / DAYS;
        double usual = 1 + 4 * progress * progress;
        if (day == BULK_DAY) {
            return DAYS * 0.15;
        }
        if (day == BUSY_DAY) {
            return DAYS * 0.03;
        }
        return weekday.getValue() >= 6 ? usual * 0.35 : usual;
    }

    /** The Unix second in which the contact at the position was created. */
    public long createdAt(int index) {
        int day = dayOf(index);
        int count = starts[day + 1] - starts[day];
        double share = (index - starts[day] + noise.unit(index, CREATION) * 0.98) / count;
        return firstMidnight + day * DAY + secondOfDay(day, share);
    }

    private int dayOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        int day = found >= 0 ? found : -found - 2;
        while (starts[day + 1] == starts[day]) {
            day++;
        }
        return day;
    }

    private long secondOfDay(int day, double share) {
        if (day == BULK_DAY) {
            return (long) (9 * 3600 + share * 2 * 3600);
        }
        long second = (long) waking(share);
        return day == DAYS - 1 ? (long) ((double) second * (lastSecond % DAY) / DAY) : second;
    }

    /** Most sign-ups happen between seven in the morning and seven in the evening. */
    private static double waking(double share) {
        if (share < 0.1) {
            return share / 0.1 * 7 * 3600;
        }
        if (share < 0.9) {
            return 7 * 3600 + (share - 0.1) / 0.8 * 12 * 3600;
        }
        return 19 * 3600 + (share - 0.9) / 0.1 * 5 * 3600;
    }
}
