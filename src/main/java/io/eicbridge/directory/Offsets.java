package io.eicbridge.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Where pages of long lists ended, so that the page at the next offset need not pass over all before it. A forgotten place costs
 * time, never correctness, so the oldest lists and places are dropped.
 */
final class Offsets {
    private static final int LISTS = 32;
    private static final int PLACES = 4096;

    private final Map<String, NavigableMap<Long, Long>> lists = new LinkedHashMap<>(LISTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NavigableMap<Long, Long>> eldest) {
            return size() > LISTS;
        }
    };

    /** The nearest known place at or before an offset: how many rows lie before it, and the last of them. */
    synchronized Place before(String list, long offset) {
        Map.Entry<Long, Long> known = lists.getOrDefault(list, new TreeMap<>()).floorEntry(offset);
        return known == null ? new Place(0, 0) : new Place(known.getKey(), known.getValue());
    }

    synchronized void remember(String list, Place place) {
        NavigableMap<Long, Long> places = lists.computeIfAbsent(list, name -> new TreeMap<>());
        places.put(place.offset(), place.last());
        if (places.size() > PLACES) {
            places.pollFirstEntry();
        }
    }

    /** After so many rows, the last of which is {@code last}. */
    record Place(long offset, long last) {}
}
