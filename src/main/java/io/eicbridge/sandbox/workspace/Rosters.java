package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Population;
import java.util.Arrays;

/** Who works where, as made up: four bytes a membership, counted out when first asked for. */
final class Rosters {
    private final Population population;
    private int[] starts;
    private int[] members;

    Rosters(Population population) {
        this.population = population;
    }

    /** The positions of a company's people, ascending. */
    int[] of(int company) {
        ready();
        return Arrays.copyOfRange(members, starts[company], starts[company + 1]);
    }

    /** How many people a company has. */
    int size(int company) {
        ready();
        return starts[company + 1] - starts[company];
    }

    private synchronized void ready() {
        if (starts == null) {
            count();
            fill();
        }
    }

    private void count() {
        int[] counted = new int[population.firms().count() + 1];
        for (int index = 0; index < population.size(); index++) {
            for (int company : population.at(index).possessions().companies()) {
                counted[company + 1]++;
            }
        }
        Arrays.parallelPrefix(counted, Integer::sum);
        starts = counted;
    }

    private void fill() {
        int[] next = starts.clone();
        members = new int[starts[starts.length - 1]];
        for (int index = 0; index < population.size(); index++) {
            for (int company : population.at(index).possessions().companies()) {
                members[next[company]++] = index;
            }
        }
    }
}
