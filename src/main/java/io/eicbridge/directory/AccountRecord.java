package io.eicbridge.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** One account as an import read it; what storing needs of it is made at once, in the reader's thread and not in the writer's. */
public final class AccountRecord {
    /** The status of an account that Intercom does not have any more, or that the bridge made invisible there. */
    static final int GONE = 0;
    /** The status of an account that is there. */
    static final int ACTIVE = 1;
    /** The status of an account that is there and carries the mark of a disabled one. */
    static final int MARKED = 2;

    private final String id;
    private final List<String> names;
    private final SortedMap<String, String> attributes;
    private final SortedMap<String, String> volatileAttributes;
    private final Set<String> volatileColumns;
    private final Instant updatedAt;
    private final byte[] hash;
    private final byte[] volatileHash;
    private final String json;
    private final int status;

    /**
     * Takes one account.
     *
     * @param id Intercom's id
     * @param names candidates for the name that EIC keys on, best first; the last one contains the id and is always free
     * @param attributes EIC attribute to value; a difference counts as a change
     * @param volatileAttributes values that change by mere use: stored, but no change
     */
    public AccountRecord(
            String id,
            List<String> names,
            SortedMap<String, String> attributes,
            SortedMap<String, String> volatileAttributes) {
        this(id, names, attributes, volatileAttributes, volatileAttributes.keySet(), null);
    }

    /**
     * Likewise.
     *
     * @param volatileColumns all columns that change by mere use, those too that have no value here
     * @param updatedAt Intercom's time of the last update, null where it tells none
     */
    public AccountRecord(
            String id,
            List<String> names,
            SortedMap<String, String> attributes,
            SortedMap<String, String> volatileAttributes,
            Set<String> volatileColumns,
            Instant updatedAt) {
        this(id, names, attributes, volatileAttributes, volatileColumns, updatedAt, false);
    }

    /** Likewise; a {@code marked} account carries the mark of a disabled one. */
    public AccountRecord(
            String id,
            List<String> names,
            SortedMap<String, String> attributes,
            SortedMap<String, String> volatileAttributes,
            Set<String> volatileColumns,
            Instant updatedAt,
            boolean marked) {
        this.id = id;
        this.names = names.stream().map(AccountRecord::storable).toList();
        this.attributes = attributes;
        this.volatileAttributes = volatileAttributes;
        this.volatileColumns = volatileColumns;
        this.updatedAt = updatedAt;
        this.hash = ContentHash.of(attributes);
        this.volatileHash = ContentHash.of(volatileAttributes);
        this.status = marked ? MARKED : ACTIVE;
        this.json = AttributesJson.of(attributes, volatileAttributes);
    }

    /** Intercom's id. */
    public String id() {
        return id;
    }

    /** Candidates for the name, best first. */
    public List<String> names() {
        return names;
    }

    /** EIC attribute to value, those left out that change by mere use. */
    public SortedMap<String, String> attributes() {
        return attributes;
    }

    /** EIC attribute to value, of those that change by mere use. */
    public SortedMap<String, String> volatileAttributes() {
        return volatileAttributes;
    }

    /** Intercom's time of the last update, where it tells one. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    /** Whether both times are told and the record's is the later one. */
    boolean isUpdatedAfter(Optional<Instant> other) {
        return updatedAt != null && other.filter(updatedAt::isAfter).isPresent();
    }

    /** Columns of values that change by mere use. */
    Set<String> volatileColumns() {
        return volatileColumns;
    }

    int status() {
        return status;
    }

    /** The hash of the attributes, 16 bytes that nobody may change. */
    byte[] hash() {
        return hash;
    }

    byte[] volatileHash() {
        return volatileHash;
    }

    /** All attributes, as they are stored. */
    String json() {
        return json;
    }

    /** PostgreSQL refuses the character NUL in a text, and with it the whole page. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
