package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which names an account may bear in EIC, best first; the last one holds its id and is always free. */
final class AccountNames {
    /** EIC's width of a name, less the room for {@code #id}. */
    private static final int WIDTH = 255 - 65;

    private AccountNames() {}

    static List<String> of(EndpointImport endpoint, JsonNode item) {
        String id = Ids.text(item.path("id"));
        String email = cut(text(item, "email").toLowerCase(Locale.ROOT));
        String external = endpoint.ofContacts() ? cut(text(item, "external_id")) : "";
        List<String> names = new ArrayList<>();
        String best = external.isEmpty() ? email : external;
        if (best.isEmpty()) {
            names.add(id);
            best = id;
        } else {
            names.add(best);
        }
        names.add(best + "#" + id);
        return names;
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).isValueNode() && !item.path(field).isNull()
                ? item.path(field).asText().trim()
                : "";
    }

    private static String cut(String name) {
        return name.length() <= WIDTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, WIDTH)));
    }
}
