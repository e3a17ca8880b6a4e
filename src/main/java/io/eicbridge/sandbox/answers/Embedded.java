package io.eicbridge.sandbox.answers;

import java.util.List;

/** One of the lists inside a contact: ten entries at most, with the true count and where to read the rest. */
final class Embedded {
    static final Embedded TAGS = new Embedded("tags", "tag", "tags", "tags");
    static final Embedded NOTES = new Embedded("notes", "note", "notes", "notes");
    static final Embedded COMPANIES = new Embedded("companies", "company", "companies", "companies");
    static final Embedded OPTED_OUT = subscriptions("opted_out_subscription_types");
    static final Embedded OPTED_IN = subscriptions("opted_in_subscription_types");
    private static final int MOST = 10;
    private static final byte[] ENTRY_END = JsonBytes.ascii("\"}");
    private static final byte[] MORE = JsonBytes.ascii(",\"has_more\":true}");
    private static final byte[] NO_MORE = JsonBytes.ascii(",\"has_more\":false}");
    private final byte[] head;
    private final byte[] entry;
    private final byte[] entryUrl;
    private final byte[] url;

    /** A list under a name, of entries of a type that live under a path; the whole list lies under the contact. */
    private Embedded(String name, String type, String entryPath, String listPath) {
        this.head = JsonBytes.ascii(",\"" + name + "\":{\"type\":\"list\",\"data\":[");
        this.entry = JsonBytes.ascii("{\"type\":\"" + type + "\",\"id\":\"");
        this.entryUrl = JsonBytes.ascii("\",\"url\":\"/" + entryPath + "/");
        this.url = JsonBytes.ascii("/" + listPath + "\",\"total_count\":");
    }

    private static Embedded subscriptions(String name) {
        return new Embedded(name, "subscription", "subscription_types", "subscriptions");
    }

    void write(String contact, List<String> ids, JsonBytes out) {
        out.raw(head);
        for (int at = 0; at < Math.min(MOST, ids.size()); at++) {
            String id = ids.get(at);
            out.comma(at == 0).raw(entry).raw(id).raw(entryUrl).raw(id).raw(ENTRY_END);
        }
        out.raw("],\"url\":\"/contacts/").raw(contact).raw(url).number(ids.size());
        out.raw(ids.size() > MOST ? MORE : NO_MORE);
    }
}
