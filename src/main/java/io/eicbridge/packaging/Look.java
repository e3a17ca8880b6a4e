package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds its way in a document of which anything may be missing or of another kind. */
final class Look {
    private Look() {}

    static Optional<Located> at(Located from, String... keys) {
        Located here = from;
        for (String key : keys) {
            here = here == null ? null : here.members().get(key);
        }
        return Optional.ofNullable(here);
    }

    /** The value as text, empty where there is none. */
    static String text(Located from, String... keys) {
        return at(from, keys).map(Look::plain).orElse("");
    }

    static String plain(Located value) {
        boolean isNested = value.isObject() || value.content() instanceof List;
        return value.content() == null || isNested ? "" : String.valueOf(value.content());
    }

    static boolean isTrue(Located from, String... keys) {
        return text(from, keys).equalsIgnoreCase("true");
    }

    /** The members of an object or the elements of a list. */
    static List<Located> children(Located value) {
        return value.isObject() ? List.copyOf(value.members().values()) : value.elements();
    }

    /** The value and everything below it, in the order of the text. */
    static void walk(Located value, Consumer<Located> visitor) {
        visitor.accept(value);
        children(value).forEach(child -> walk(child, visitor));
    }

    /** All texts of a value in one, to look for words. */
    static String allTexts(Located value) {
        StringBuilder all = new StringBuilder();
        walk(value, part -> all.append(plain(part)).append('\n'));
        return all.toString();
    }
}
