package io.eicbridge.dialect;

import java.util.List;
import java.util.Map;

/**
 * A JSON value and where it stands: a member at its key, an element at itself.
 *
 * @param content a Map of members in the order of the file, a List of elements, a String, a Number, a Boolean or null
 */
public record Located(String key, String pointer, int line, int column, Object content) {
    /** Whether it is a JSON object. */
    public boolean isObject() {
        return content instanceof Map;
    }

    /** The members of an object in the order of the file, none for anything else. */
    @SuppressWarnings("unchecked")
    public Map<String, Located> members() {
        return content instanceof Map ? (Map<String, Located>) content : Map.of();
    }

    /** The elements of a list, none for anything else. */
    @SuppressWarnings("unchecked")
    public List<Located> elements() {
        return content instanceof List ? (List<Located>) content : List.of();
    }

    /** The value in words for a message. */
    public String found() {
        if (content instanceof Map) {
            return "an object";
        }
        if (content instanceof List) {
            return "a list";
        }
        return content instanceof String ? "\"" + content + "\"" : String.valueOf(content);
    }
}
