package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Population;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds contacts of a shelf by external id and users by mail address without looking at everybody. */
final class Namesakes {
    private static final int FIRST_KEY = 100_000;
    private final Shelf shelf;
    private final Population population;
    private final Map<String, Set<Integer>> externalIds = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> emails = new ConcurrentHashMap<>();

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
        int made = externalId.matches("user-\\d{1,9}") ? Integer.parseInt(externalId.substring(5)) - FIRST_KEY : -1;
        return candidates(externalIds, externalId, made)
                .filter(contact -> externalId.equals(contact.value(Attributes.EXTERNAL_ID)));
    }

    /** The users with that address, upper and lower case being the same, in any standing. */
    Stream<Contact> usersByEmail(String email) {
        return candidates(emails, email, madeWith(email))
                .filter(Contact::isUser)
                .filter(contact -> email.equalsIgnoreCase(String.valueOf(contact.value(Attributes.EMAIL))));
    }

    /** Made-up addresses carry the position of their owner before the at sign. */
    private static int madeWith(String email) {
        int at = email.indexOf('@');
        String position = at < 0 ? "" : email.substring(email.lastIndexOf('.', at) + 1, at);
        return position.matches("[0-9a-zA-Z]{1,5}") ? Integer.parseInt(position, 36) : -1;
    }

    private Stream<Contact> candidates(Map<String, Set<Integer>> known, String key, int made) {
        boolean unchanged = made >= 0 && made < population.size() && !shelf.isChanged(made);
        IntStream first = unchanged ? IntStream.of(made) : IntStream.empty();
        IntStream others = known.getOrDefault(lower(key), Set.of()).stream().mapToInt(Integer::intValue);
        return IntStream.concat(first, others).mapToObj(shelf::at);
    }

    private static String lower(Object key) {
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
