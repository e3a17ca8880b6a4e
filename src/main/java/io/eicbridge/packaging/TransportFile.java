package io.eicbridge.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The file of a transport zip that holds connections, each with its parameters as texts. */
final class TransportFile {
    static final String PARAMETERS = "EXTERNAL_ATTR";
    static final String NAME = "attributename";
    static final String VALUE = "encryptedattributevalue";
    static final String DESCRIPTION = "connectiondescription";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TransportFile() {}

    /** Whether a text is such a file; the word stands in nothing else. */
    static boolean isExport(String text) {
        return text.contains("\"" + PARAMETERS + "\"");
    }

    /** @throws RefusedPackage for one that is no JSON */
    static List<ConnectionPackage> connections(String file, String text) {
        List<ConnectionPackage> connections = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : tree(file, text).properties()) {
            List<ParameterText> parameters = new ArrayList<>();
            String place = file + " " + one.getKey();
            for (JsonNode parameter : one.getValue().path(PARAMETERS)) {
                String name = parameter.path(NAME).asText();
                parameters.add(new ParameterText(name, place + "/" + name, value(parameter.path(VALUE))));
            }
            String description = one.getValue().path(DESCRIPTION).asText("");
            connections.add(new ConnectionPackage(one.getKey(), place, description, true, parameters));
        }
        return connections;
    }

    private static String value(JsonNode value) {
        return value.isContainerNode() ? value.toPrettyString() : value.asText("");
    }

    private static JsonNode tree(String file, String text) {
        try {
            return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonProcessingException broken) {
            throw new RefusedPackage("\"" + file + "\" is no JSON: " + broken.getOriginalMessage());
        }
    }
}
