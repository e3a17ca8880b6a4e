package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.LocatedReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads of {@code ConnectionJSON} what expressions can ask for: the properties of each connection. */
final class ConnectionFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How EIC itself logs in; the bridge has its own settings for that and lets no secret into expressions. */
    private static final Set<String> LOGIN = Set.of(
            "authType",
            "url",
            "httpMethod",
            "httpHeaders",
            "httpContentType",
            "httpParams",
            "accessToken",
            "refreshToken",
            "properties");

    /** Whatever is named so never binds: what a call sends is kept in the audit trail. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(pass|pwd|secret|token|key|credential).*");

    private ConnectionFile() {}

    /** The properties by the name of the connection; none where EIC exported the file encrypted. */
    static Map<String, ObjectNode> read(Path file) {
        Findings findings = new Findings(file.toString());
        Located root = LocatedReader.read(file, findings);
        Map<String, ObjectNode> connections = new LinkedHashMap<>();
        if (root.content() instanceof String) {
            return connections;
        }
        Located authentications = root.members().get("authentications");
        if (authentications == null || !authentications.isObject()) {
            findings.add(root, "needs \"authentications\", an object of connections by name");
            findings.settle();
            return connections;
        }
        authentications.members().forEach((name, connection) -> connections.put(name, properties(connection)));
        return connections;
    }

    private static ObjectNode properties(Located connection) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        connection.members().values().stream()
                .filter(member -> !LOGIN.contains(member.key()))
                .forEach(member -> put(member, values));
        Located properties = connection.members().get("properties");
        if (properties != null) {
            properties.members().values().forEach(member -> put(member, values));
        }
        return values;
    }

    private static void put(Located member, ObjectNode values) {
        boolean isValue = !member.isObject() && !(member.content() instanceof List);
        if (isValue && !SECRET.matcher(member.key()).matches()) {
            values.set(member.key(), JSON.valueToTree(member.content()));
        }
    }
}
