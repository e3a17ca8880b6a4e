package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.people.Population;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Contact;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The made-up people sorted by a point in time, then by id; creation needs no memory, others four bytes a person. */
final class Order {
    private final Attribute attribute;
    private final Population population;
    private final int[] ranked;

    private Order(Attribute attribute, Population population, int[] ranked) {
        this.attribute = attribute;
        this.population = population;
        this.ranked = ranked;
    }

    static Order of(Attribute attribute, Population population) {
        boolean natural = attribute.equals(Attributes.CREATED_AT);
        return new Order(attribute, population, natural ? null : ranked(attribute, population));
    }

    private static int[] ranked(Attribute attribute, Population population) {
        long[] keys = new long[population.size()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = number(attribute.made().apply(population.at(index))) << 24 | index;
        }
        Arrays.sort(keys);
        return IntStream.range(0, keys.length)
                .map(rank -> (int) (keys[rank] & 0xFFFFFF))
                .toArray();
    }

    /** No value sorts before every value. */
    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    Attribute attribute() {
        return attribute;
    }

    int size() {
        return population.size();
    }

    int at(int rank) {
        return ranked == null ? rank : ranked[rank];
    }

    long key(Contact contact) {
        return attribute.equals(Attributes.CREATED_AT) ? contact.createdAt() : number(contact.value(attribute));
    }

    private long keyAt(int rank) {
        return number(attribute.made().apply(population.at(at(rank))));
    }

    /** The first rank whose value, and among equal values whose position, is not below the given ones. */
    int rankOf(long value, int index) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long key = keyAt(middle);
            boolean below = key < value || key == value && at(middle) < index;
            low = below ? middle + 1 : low;
            high = below ? high : middle;
        }
        return low;
    }
}
