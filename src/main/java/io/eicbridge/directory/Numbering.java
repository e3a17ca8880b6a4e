package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The numbers of an endpoint's accounts, dense from 1, as stretches of keys that follow each other. */
final class Numbering {
    private final NavigableMap<Long, Stretch> byNumber = new TreeMap<>();
    private final NavigableMap<Long, Stretch> byAccount = new TreeMap<>();

    /** Only numbers up to {@code last} count: what a later publication numbered is not visible yet. */
    Numbering(List<Stretch> stretches, long last) {
        for (Stretch stretch : stretches) {
            if (stretch.firstNumber() <= last) {
                Stretch shown = stretch.upTo(last);
                byNumber.put(shown.firstNumber(), shown);
                byAccount.put(shown.firstAccount(), shown);
            }
        }
    }

    /** The number of an account, 0 while it has none. */
    long number(long account) {
        Map.Entry<Long, Stretch> below = byAccount.floorEntry(account);
        return below == null ? 0 : below.getValue().number(account);
    }

    /** The keys of up to {@code limit} numbers after {@code after}, in the order of the numbers. */
    List<Stretch> following(long after, long limit) {
        List<Stretch> following = new ArrayList<>();
        long next = after + 1;
        long left = limit;
        Map.Entry<Long, Stretch> at = byNumber.floorEntry(next);
        while (at != null && left > 0) {
            Stretch part = at.getValue().from(next, left);
            if (part.accounts() > 0) {
                following.add(part);
            }
            left -= part.accounts();
            next += part.accounts();
            at = byNumber.higherEntry(at.getKey());
        }
        return following;
    }

    /** All stretches in the order of their keys. */
    List<Stretch> byAccount() {
        return List.copyOf(byAccount.values());
    }
}
