package io.eicbridge.sandbox.people;

import java.time.Instant;
import java.util.List;

/** All people of a made-up workspace, by position from 0; positions beyond the size are people who may still come. */
public final class Population {
    private static final int CONTACTS = 301;
    private final Noise noise;
    private final Growth growth;
    private final Ids ids;
    private final Firms firms;
    private final List<Culture> cultures = Culture.all();
    private final int size;
    private final int teammates;
    private final long asOf;

    /** People of a seed, as they stood at a moment; so many teammates own some of them. */
    public Population(long seed, int size, int companies, int teammates, Instant asOf) {
        this.noise = new Noise(seed);
        this.size = size;
        this.teammates = teammates;
        this.asOf = asOf.getEpochSecond();
        this.growth = new Growth(asOf, size, noise);
        this.ids = new Ids(noise, CONTACTS);
        this.firms =
                new Firms(noise, companies, asOf.minusSeconds(2200L * 86_400).getEpochSecond(), this.asOf);
    }

    /** How many people there are. */
    public int size() {
        return size;
    }

    /** How many teammates the workspace started with. */
    public int teammates() {
        return teammates;
    }

    /** The Unix second as of which everything was made up. */
    public long asOf() {
        return asOf;
    }

    /** The person at a position. */
    public Person at(int index) {
        return new Person(this, index);
    }

    /** The companies. */
    public Firms firms() {
        return firms;
    }

    /** The form of the ids of this workspace's people. */
    public Ids ids() {
        return ids;
    }

    /** The source of everything. */
    public Noise noise() {
        return noise;
    }

    /** When the person at a position was created, in Unix seconds; never before the person one position earlier. */
    public long createdAt(int index) {
        return index < size ? growth.createdAt(index) : asOf;
    }

    Culture cultureOf(int index) {
        return cultures.get(noise.below(cultures.size(), index, CONTACTS));
    }
}
