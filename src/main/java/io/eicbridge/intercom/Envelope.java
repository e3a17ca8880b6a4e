package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Transient;
import java.util.ArrayList;
import java.util.List;

/** Takes items, cursor and total out of any of Intercom's list envelopes. */
final class Envelope {
    private static final int SEEN_IN_MESSAGE = 40;
    private final Answer answer;
    private final String name;

    /** The envelope of a list that is called {@code name}, or {@code data} as most are. */
    Envelope(Answer answer, String name) {
        this.answer = answer;
        this.name = name;
    }

    /** The items; an answer without a list is no empty list, or a fault would read as "all are gone". */
    List<JsonNode> items() {
        JsonNode list = answer.body().path(name);
        if (!list.isArray()) {
            list = answer.body().path("data");
        }
        if (!list.isArray()) {
            throw without("list \"" + name + "\"");
        }
        List<JsonNode> items = new ArrayList<>(list.size());
        list.forEach(items::add);
        return items;
    }

    /** How many items the whole list has, null if not told. */
    Long total() {
        JsonNode total = answer.body().path("total_count");
        return total.isIntegralNumber() ? (Long) total.longValue() : null;
    }

    /** The next cursor where {@code pages.next} is an object, path and query where it is an address; null at the end. */
    String next() {
        JsonNode next = answer.body().path("pages").path("next");
        String cursor = Ids.text(next.isObject() ? next.path("starting_after") : next);
        if (cursor.isEmpty()) {
            return null;
        }
        return next.isTextual() ? address(cursor) : cursor;
    }

    /** The number of the next page, 0 at the end. */
    int nextNumber() {
        JsonNode pages = answer.body().path("pages");
        int page = pages.path("page").asInt();
        return page > 0 && page < pages.path("total_pages").asInt() ? page + 1 : 0;
    }

    /** A failure for an answer that lacks what the list cannot be read without. */
    Transient without(String what) {
        String type = answer.body().path("type").asText("none");
        String seen = type.substring(0, Math.min(type.length(), SEEN_IN_MESSAGE));
        return new Transient(
                "The page was not read: Intercom's answer of type \"" + seen + "\" holds no " + what
                        + ". It is asked for again later.",
                true,
                answer.requestId(),
                null);
    }

    private String address(String text) {
        try {
            return CallPath.ofAddress(text);
        } catch (IllegalArgumentException malformed) {
            throw without("readable address of the next page");
        }
    }
}
