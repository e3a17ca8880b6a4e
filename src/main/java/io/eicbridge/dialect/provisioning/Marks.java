package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for expressions while a text is read as JSON, and how they come back. */
record Marks(List<String> codes, Located at) {
    private static final char QUOTED = '\uE000';
    private static final char UNQUOTED = '\uE001';
    private static final char END = '\uE002';
    private static final Pattern MARK = Pattern.compile("[" + QUOTED + UNQUOTED + "](\\d+)" + END);

    static String of(int number, boolean isQuoted) {
        return (isQuoted ? QUOTED : UNQUOTED) + String.valueOf(number) + END;
    }

    static String removed(String message) {
        return MARK.matcher(message).replaceAll("\\${…}");
    }

    Located located(JsonNode json, String key, String pointer) {
        return new Located(key, pointer, at.line(), at.column(), content(json, pointer));
    }

    private Object content(JsonNode json, String pointer) {
        return switch (json.getNodeType()) {
            case OBJECT -> members(json, pointer);
            case ARRAY -> elements(json, pointer);
            case STRING -> text(json.textValue());
            case NUMBER -> json.numberValue();
            case BOOLEAN -> json.booleanValue();
            default -> null;
        };
    }

    private Map<String, Located> members(JsonNode json, String pointer) {
        Map<String, Located> members = new LinkedHashMap<>();
        json.properties().forEach(member -> {
            String key = restored(member.getKey());
            String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            members.put(key, located(member.getValue(), key, below));
        });
        return members;
    }

    private List<Located> elements(JsonNode json, String pointer) {
        List<Located> elements = new ArrayList<>();
        json.forEach(element -> elements.add(located(element, "", pointer + "/" + elements.size())));
        return elements;
    }

    private Object text(String text) {
        boolean isUnquoted = !text.isEmpty() && text.charAt(0) == UNQUOTED;
        return isUnquoted ? new Unquoted(restored(text)) : restored(text);
    }

    private String restored(String text) {
        return MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(codes.get(Integer.parseInt(mark.group(1)))));
    }
}
