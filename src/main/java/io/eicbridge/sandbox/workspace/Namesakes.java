package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds contacts of a shelf by external id and by mail address without looking at everybody. */
final class Namesakes {
    private static final int FIRST_KEY = 100_000;
    private final Shelf shelf;
    private final Population population;
    private final Map<String, Set<Integer>> externalIds = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> emails = new ConcurrentHashMap<>();
    private Map<Integer, List<Integer>> sharers;

    Namesakes(Shelf shelf) {
        this.shelf = shelf;
        this.population = shelf.population();
    }

    /** Remembers what a changed contact is called by now; what it was called before is sorted out at the next search. */
    void put(Contact contact) {
        remember(externalIds, contact.value(Attributes.EXTERNAL_ID), contact.index());
        remember(emails, contact.value(Attributes.EMAIL), contact.index());
    }

    private static void remember(Map<String, Set<Integer>> known, Object key, int index) {
        if (key != null) {
            known.computeIfAbsent(lower(key), missing -> ConcurrentHashMap.newKeySet())
                    .add(index);
        }
    }

    void reset() {
        externalIds.clear();
        emails.clear();
    }

    /** Everybody with that external id, in any standing. */
    Stream<Contact> byExternalId(String externalId) {
        boolean made = externalId.matches("user-\\d{1,9}");
        List<Integer> owner = made ? List.of(Integer.parseInt(externalId.substring(5)) - FIRST_KEY) : List.of();
        return candidates(externalIds, externalId, owner)
                .filter(contact -> externalId.equals(contact.value(Attributes.EXTERNAL_ID)));
    }

    /** Everybody with that address, upper and lower case being the same, in any standing. */
    Stream<Contact> byEmail(String email) {
        int owner = madeWith(email);
        List<Integer> made = new ArrayList<>(sharers().getOrDefault(owner, List.of()));
        made.add(owner);
        return candidates(emails, email, made)
                .filter(contact -> email.equalsIgnoreCase(String.valueOf(contact.value(Attributes.EMAIL))));
    }

    /** Made-up addresses carry the position of their owner before the at sign. */
    private static int madeWith(String email) {
        int at = email.indexOf('@');
        String position = at < 0 ? "" : email.substring(email.lastIndexOf('.', at) + 1, at);
        return position.matches("[0-9a-zA-Z]{1,5}") ? Integer.parseInt(position, 36) : -1;
    }

    /** Who was made up with the address of somebody else, by the position of that one; worked out when first asked for. */
    private synchronized Map<Integer, List<Integer>> sharers() {
        if (sharers == null) {
            sharers = IntStream.range(0, population.size())
                    .filter(index -> population.at(index).addressOf() != index)
                    .boxed()
                    .collect(Collectors.groupingBy(index -> population.at(index).addressOf()));
        }
        return sharers;
    }

    private Stream<Contact> candidates(Map<String, Set<Integer>> known, String key, List<Integer> made) {
        Stream<Integer> unchanged =
                made.stream().filter(index -> index >= 0 && index < population.size() && !shelf.isChanged(index));
        return Stream.concat(unchanged, known.getOrDefault(lower(key), Set.of()).stream())
                .map(shelf::at);
    }

    private static String lower(Object key) {
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
