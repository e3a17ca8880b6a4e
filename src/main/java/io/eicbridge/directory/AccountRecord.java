package io.eicbridge.directory;

import java.util.List;
import java.util.SortedMap;

/**
 * One account as an import read it.
 *
 * @param id Intercom's id
 * @param names candidates for the name that EIC keys on, best first; the last one contains the id and is always free
 * @param attributes EIC attribute to value; a difference counts as a change
 * @param volatileAttributes values that change by mere use: stored, but no change
 */
public record AccountRecord(
        String id,
        List<String> names,
        SortedMap<String, String> attributes,
        SortedMap<String, String> volatileAttributes) {
    public AccountRecord {
        names = names.stream().map(AccountRecord::storable).toList();
    }

    /** PostgreSQL refuses the character NUL in a text, and with it the whole page. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
