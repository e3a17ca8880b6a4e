package io.eicbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.RowMapping;
import io.eicbridge.failure.Rejected;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.ImportDesk;
import io.eicbridge.importing.ImportOrder;
import io.eicbridge.importing.MappingPreview;
import io.eicbridge.journal.Mode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers what commands ask, the same whether they ask over the API or in this process. */
public final class CommandDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONFLICT = 409;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private final Map<String, EndpointImport> endpoints;
    private final ImportDesk imports;
    private final MappingPreview preview;

    CommandDesk(Map<String, EndpointImport> endpoints, ImportDesk imports, MappingPreview preview) {
        this.endpoints = endpoints;
        this.imports = imports;
        this.preview = preview;
    }

    /**
     * Begins an import; {@code {"endpoint","mode","dryRun","one"}} in, {@code {"run","mode"}} out at once; {@code one} is an
     * account's id. The mode is full where there is nothing that an incremental run could go on from.
     */
    public ObjectNode startImport(String order) {
        JsonNode asked = json(order);
        EndpointImport endpoint = endpoint(asked.path("endpoint").asText());
        boolean dry = asked.path("dryRun").asBoolean();
        if (asked.hasNonNull("one")) {
            return one(endpoint, asked.path("one").asText(), dry);
        }
        Mode mode = mode(asked.path("mode").asText("full"));
        return answered(() -> imports.start(new ImportOrder(endpoint.name(), mode, dry)));
    }

    private static Mode mode(String word) {
        return Stream.of(Mode.FULL, Mode.INCREMENTAL)
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> refused(400, "\"mode\" is \"" + word + "\"; allowed is full or incremental."));
    }

    private ObjectNode one(EndpointImport endpoint, String id, boolean dry) {
        if (!endpoint.ofContacts()) {
            throw refused(400, "Teammates are imported together, which takes a few calls: leave \"one\" out.");
        }
        if (!ID.matcher(id).matches()) {
            throw refused(
                    400,
                    "That is no id of a contact: give the id that Intercom shows, not a name or an e-mail address.");
        }
        return answered(() -> imports.start(new ImportOrder(endpoint.name(), Mode.TARGETED, dry, List.of(id))));
    }

    /** The newest runs. */
    public ObjectNode runs() {
        return imports.list();
    }

    /** One run as it stands. */
    public ObjectNode progress(String run) {
        return answered(() -> imports.progress(number(run)));
    }

    /** Begins the publication of a held run. */
    public ObjectNode approve(String run) {
        return answered(() -> imports.approve(number(run)));
    }

    /** Which attribute becomes which column. */
    public ObjectNode mapping(String endpoint) {
        EndpointImport mapped = endpoint(endpoint);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("endpoint", endpoint);
        columns(answer.putArray("accounts"), mapped.parameters().accounts());
        ObjectNode types = answer.putObject("entitlements");
        mapped.entitlements().forEach(type -> mapped.parameters()
                .entitlements(type)
                .ifPresent(mapping -> columns(types.putArray(type), mapping)));
        return answer;
    }

    private static void columns(ArrayNode list, RowMapping mapping) {
        mapping.columns().forEach(column -> list.addObject()
                .put("column", column.column())
                .put("source", column.attribute())
                .put("type", column.type())
                .put("volatile", column.isVolatile()));
    }

    /** What the mapping makes of one record, read from Intercom now. */
    public ObjectNode preview(String endpoint, String id) {
        endpoint(endpoint);
        return answered(() -> preview.of(endpoint, id));
    }

    private EndpointImport endpoint(String name) {
        EndpointImport endpoint = endpoints.get(name);
        if (endpoint == null) {
            throw refused(404, "There is no endpoint \"" + name + "\"; allowed is one of " + endpoints.keySet() + ".");
        }
        return endpoint;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw refused(
                    400, "The body is no JSON; send {\"endpoint\":\"contacts\",\"mode\":\"full\",\"dryRun\":false}.");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(400, "\"" + text + "\" is no number; give the number that a list shows.");
        }
    }

    /** A refusal that was decided without a call has no status; as an answer it needs one, or its reason stays hidden. */
    private static ObjectNode answered(Supplier<ObjectNode> work) {
        try {
            return work.get();
        } catch (Rejected e) {
            throw e.status() == 0 ? refused(CONFLICT, e.getMessage()) : e;
        }
    }

    private static Rejected refused(int status, String message) {
        return new Rejected(message, status, "", null);
    }
}
