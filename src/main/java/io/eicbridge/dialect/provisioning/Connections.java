package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What expressions read as <code>${connection.…}</code>.
 *
 * @param own the properties of each connection of {@code ConnectionJSON}, empty where there is no such file
 * @param addresses what the bridge itself knows of every connection, which no file overrides
 */
record Connections(Map<String, ObjectNode> own, Map<String, String> addresses) {
    /** Whether calls may name it; any name will do where no file tells the names. */
    boolean has(String name) {
        return own.isEmpty() || own.containsKey(name);
    }

    ObjectNode of(String name) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = own.get(name);
        if (properties != null) {
            all.setAll(properties);
        }
        addresses.forEach(all::put);
        return all;
    }
}
