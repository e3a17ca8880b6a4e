package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** The one scroll that a workspace may have open; a minute without a call ends it. */
final class Scroll {
    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final Time time;
    private String parameter;
    private int[] companies;
    private int position;
    private Instant lastUsed;

    record Page(String parameter, int[] companies) {}

    Scroll(Time time) {
        this.time = time;
    }

    synchronized Page open(int[] all) {
        if (isOpen()) {
            throw Refusal.bad("scroll_exists", "scroll already exists for this workspace");
        }
        parameter = UUID.randomUUID().toString();
        companies = all;
        position = 0;
        return next(Mischief.NONE);
    }

    synchronized Page follow(String asked, Mischief mischief) {
        if (!isOpen() || !parameter.equals(asked)) {
            throw Refusal.notFound("not_found", "scroll parameter not found");
        }
        return next(mischief);
    }

    synchronized void close() {
        parameter = null;
    }

    private boolean isOpen() {
        return parameter != null && time.now().isBefore(lastUsed.plus(PATIENCE));
    }

    private Page next(Mischief mischief) {
        int start = start(mischief);
        int end = mischief == Mischief.ENDS_EARLY ? start : Math.min(companies.length, start + PAGE);
        Page page = new Page(parameter, Arrays.copyOfRange(companies, start, end));
        position = end;
        lastUsed = time.now();
        if (start == end) {
            close();
        }
        return page;
    }

    /** A scroll that never ends begins again at its end. */
    private int start(Mischief mischief) {
        if (mischief == Mischief.DUPLICATES_PAGE) {
            return Math.max(0, position - PAGE);
        }
        boolean again = mischief == Mischief.REPEATS_CURSOR && position >= companies.length;
        return again ? 0 : position;
    }
}
