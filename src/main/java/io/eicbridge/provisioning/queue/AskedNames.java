package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.journal.request.NewRequest;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * By which names the account of a request may be found.
 *
 * @param email its e-mail address in lower case, empty where the request does not tell it
 * @param account what a person knows it by
 */
public record AskedNames(String email, String account) {

    /** What a request tells about its account, in any of the places where EIC writes it. */
    public static AskedNames of(NewRequest asked) {
        JsonNode bindings = asked.bindings();
        String email = Stream.concat(
                        texts(bindings, "email", "mail", "emailAddress", "userName", "accountName", "name", "username"),
                        Stream.ofNullable(asked.account()))
                .filter(text -> text.indexOf('@') > 0)
                .findFirst()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("");
        String name = Stream.concat(texts(bindings, "accountName", "name"), Stream.of(email))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(asked.account() == null ? "" : asked.account());
        return new AskedNames(email, name);
    }

    private static Stream<String> texts(JsonNode bindings, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(bindings, bindings.path("account"), bindings.path("user"))
                        .map(part -> part.path(name)))
                .filter(JsonNode::isTextual)
                .map(value -> value.asText().strip())
                .filter(text -> !text.isEmpty());
    }
}
