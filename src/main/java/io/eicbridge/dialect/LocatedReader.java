package io.eicbridge.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON file into values that know their place, and finds keys that stand twice. */
public final class LocatedReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String MARK = "\uFEFF";
    private final JsonParser parser;
    private final Findings findings;

    private LocatedReader(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /**
     * The root of the file.
     *
     * @throws InvalidParameters at once for one that is not JSON at all
     */
    public static Located read(Path file, Findings findings) {
        try (JsonParser parser = JSON.createParser(text(file))) {
            return new LocatedReader(parser, findings).root();
        } catch (StreamConstraintsException beyond) {
            // it knows no place
            findings.add(0, 0, "", "goes beyond what JSON may hold here: " + beyond.getOriginalMessage());
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            String message = "is not JSON here: " + broken.getOriginalMessage() + ". Mend the syntax at this place";
            findings.add(place.getLineNr(), place.getColumnNr(), "", message);
        } catch (IOException unreadable) {
            findings.add(
                    0,
                    0,
                    "",
                    "cannot be read (" + unreadable.getClass().getSimpleName()
                            + "). Put the file there, readable for the bridge and encoded in UTF-8");
        }
        findings.settle();
        throw new IllegalStateException("a broken file was not refused");
    }

    /** The text of the file, without the mark that some editors put before it. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private Located root() throws IOException {
        parser.nextToken();
        JsonLocation place = parser.currentTokenLocation();
        Located root = value("", "", place);
        if (parser.nextToken() != null) {
            JsonLocation rest = parser.currentTokenLocation();
            findings.add(
                    rest.getLineNr(), rest.getColumnNr(), "", "goes on after its object has ended. Remove the rest");
        }
        return root;
    }

    private Located value(String key, String pointer, JsonLocation place) throws IOException {
        return new Located(key, pointer, place.getLineNr(), place.getColumnNr(), content(pointer));
    }

    private Object content(String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> members(pointer);
            case START_ARRAY -> elements(pointer);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private Map<String, Located> members(String pointer) throws IOException {
        Map<String, Located> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation place = parser.currentTokenLocation();
            parser.nextToken();
            Located member = value(key, pointer + "/" + key.replace("~", "~0").replace("/", "~1"), place);
            Located first = members.putIfAbsent(key, member);
            if (first != null) {
                findings.add(member, "stands twice, first in line " + first.line() + ". Keep one of the two");
            }
        }
        return members;
    }

    private List<Located> elements(String pointer) throws IOException {
        List<Located> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value("", pointer + "/" + elements.size(), parser.currentTokenLocation()));
        }
        return elements;
    }
}
