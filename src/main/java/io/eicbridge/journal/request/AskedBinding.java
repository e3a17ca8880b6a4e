package io.eicbridge.journal.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Update;

/** Binds what a request asks, and what its order and its pauses are found by. */
final class AskedBinding {
    private static final int LONGEST_NAME = 255;

    private AskedBinding() {}

    static Update bind(Update update, NewRequest asked) {
        return update.bind("operation", asked.operation().word())
                .bind("account", asked.account())
                .bind("type", asked.entitlementType())
                .bind("entitlement", asked.entitlement())
                .bind("owner", asked.owner().word())
                .bind("bindings", StoredJson.text(asked.bindings()))
                .bind("subject", subject(asked))
                .bind("name", name(asked))
                .bind("kind", kind(asked));
    }

    /** What order is kept by: the account, or the entitlement where there is no account; null for a create. */
    private static String subject(NewRequest asked) {
        return asked.operation().ofEntitlement()
                ? asked.entitlementType() + "/" + asked.entitlement()
                : asked.account();
    }

    /** What may be paused together: requests of one kind need the same permissions. */
    static String kind(NewRequest asked) {
        return asked.endpoint() + "/" + asked.operation().word()
                + (asked.entitlementType() == null ? "" : "/" + asked.entitlementType());
    }

    /**
     * The name, in lower case, by which a create is known before Intercom has given it an id, and by which others wait for it; null where
     * there is none.
     */
    private static String name(NewRequest asked) {
        JsonNode account = asked.bindings().path("account");
        Stream<String> given = Stream.of(
                        asked.bindings().path("accountName"), account.path("accountName"), account.path("name"))
                .map(AskedBinding::text);
        return Stream.concat(given, asked.operation().ofAccount() ? Stream.of(asked.account()) : ofUser(asked))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .findFirst()
                .orElse(null);
    }

    /** An update may give somebody a new address, so that only a create is known by these. */
    private static Stream<String> ofUser(NewRequest asked) {
        JsonNode user = asked.bindings().path("user");
        return asked.operation() == Operation.CREATE
                ? Stream.of(text(user.path("username")), text(user.path("email")))
                : Stream.empty();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText("") : "";
    }
}
