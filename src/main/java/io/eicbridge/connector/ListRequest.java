package io.eicbridge.connector;

import java.util.List;
import java.util.Optional;

/** What one call wants of a list: which part of it, as of which published run, and in which view. */
record ListRequest(long offset, Optional<Integer> pageSize, Optional<Long> run, Optional<String> after, View view) {

    /** A selection and an order, as the contract's body gives them; empty texts where nothing was asked for. */
    record View(String q, List<String> fields, String sort, String order) {}
}
