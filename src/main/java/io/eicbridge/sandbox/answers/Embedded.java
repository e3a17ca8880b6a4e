package io.eicbridge.sandbox.answers;

import java.util.List;

/** Writes the lists inside a contact: ten entries at most, with the true count and where to read the rest. */
final class Embedded {
    private static final int MOST = 10;

    private Embedded() {}

    static void write(String name, String type, String url, List<String> ids, JsonBytes out) {
        out.raw(",\"").raw(name).raw("\":{\"type\":\"list\",\"data\":[");
        for (int at = 0; at < Math.min(MOST, ids.size()); at++) {
            out.comma(at == 0).raw("{\"type\":\"").raw(type).raw("\",\"id\":\"").raw(ids.get(at));
            out.raw("\",\"url\":\"/")
                    .raw(plural(type))
                    .raw("/")
                    .raw(ids.get(at))
                    .raw("\"}");
        }
        out.raw("],\"url\":\"").raw(url).raw("\",\"total_count\":").number(ids.size());
        out.raw(ids.size() > MOST ? ",\"has_more\":true}" : ",\"has_more\":false}");
    }

    private static String plural(String type) {
        return switch (type) {
            case "company" -> "companies";
            case "subscription" -> "subscription_types";
            default -> type + "s";
        };
    }
}
