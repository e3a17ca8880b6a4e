package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.workspace.Contact;
import java.util.List;

/** One page of contacts; {@code start} leads to this page again, {@code next} is null on the last page. */
public record Found(List<Contact> contacts, int total, int page, int perPage, Cursor start, Cursor next) {
    /** How many pages there are. */
    public int pages() {
        return (total + perPage - 1) / perPage;
    }
}
