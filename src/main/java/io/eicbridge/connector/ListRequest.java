package io.eicbridge.connector;

import java.util.List;
import java.util.Optional;

/** What one call wants of a list: which part of it, as of which published run, and in which view. */
record ListRequest(
        long offset, Optional<Integer> pageSize, Optional<Long> run, Optional<String> after, Delta delta, View view) {

    /** A selection and an order, as the contract's body gives them; empty texts where nothing was asked for. */
    record View(String q, List<String> fields, String sort, String order) {}

    /** Whose news are wanted, nobody's where a list is wanted whole; and the pull that goes on, none at its first page. */
    record Delta(Optional<String> consumer, Optional<Pull> pull) {}

    /** The same as a part of a pull. */
    ListRequest pulling(Pull pull) {
        return new ListRequest(offset, pageSize, run, after, new Delta(delta.consumer(), Optional.of(pull)), view);
    }
}
