package io.eicbridge.sandbox.people;

import java.util.List;
import java.util.Locale;

/** The companies of a workspace; a few large ones have most of the people, the last ones have nobody. */
public final class Firms {
    private static final int NAME = 201;
    private static final int FACTS = 202;
    private static final double CONCENTRATION = 2.2;
    private final List<List<String>> words =
            Words.lines("firms.txt").stream().map(Words::list).toList();
    private final Noise noise;
    private final Ids ids;
    private final int count;
    private final long firstCreated;
    private final long asOf;

    Firms(Noise noise, int count, long firstCreated, long asOf) {
        this.noise = noise;
        this.ids = new Ids(noise, FACTS);
        this.count = count;
        this.firstCreated = firstCreated;
        this.asOf = asOf;
    }

    /** How many companies were made up. */
    public int count() {
        return count;
    }

    /** The form of the ids of this workspace's companies. */
    public Ids ids() {
        return ids;
    }

    /** The position of the company that a share from 0 to 1 falls on: low positions are large. */
    int pick(double share) {
        int peopled = Math.max(1, count - Math.min(3, count / 4));
        return (int) (peopled * Math.pow(share, CONCENTRATION));
    }

    /** The facts of the company at a position. */
    public Firm at(int index) {
        long created = createdAt(index);
        long updated = created + (long) ((asOf - created) * noise.unit(index, FACTS + 1));
        int spend = noise.below(40, index, FACTS + 2) * 250;
        return new Firm(
                index,
                ids.of(created, index),
                "org-" + (1000 + index),
                nameOf(index),
                created,
                updated,
                industry(index),
                domain(index),
                spend,
                noise.below(4000, index, FACTS + 3) + 1);
    }

    /** The Unix second in which the company was created: evenly spread, ascending. */
    public long createdAt(int index) {
        return firstCreated + (long) ((double) (asOf - firstCreated) * index / Math.max(1, count));
    }

    /** The mail and web domain of a company, under a top level that never resolves. */
    String domain(int index) {
        return stem(index).toLowerCase(Locale.ROOT) + "-" + Integer.toString(index, 36) + ".example";
    }

    /** The second and the third company share a name: a name alone never tells companies apart. */
    private String nameOf(int index) {
        int named = index == 2 ? 1 : index;
        List<String> endings = words.get(2);
        String ending = endings.get(noise.below(endings.size(), named, NAME + 2));
        String district = named < words.get(0).size()
                ? ""
                : " " + Integer.toString(named, 36).toUpperCase(Locale.ROOT);
        return stem(named) + district + " " + ending;
    }

    private String stem(int index) {
        List<String> first = words.get(0);
        List<String> second = words.get(1);
        return first.get(noise.below(first.size(), index, NAME))
                + second.get(noise.below(second.size(), index, NAME + 1));
    }

    private String industry(int index) {
        List<String> industries = words.get(3);
        return industries.get(noise.below(industries.size(), index, FACTS + 4));
    }
}
