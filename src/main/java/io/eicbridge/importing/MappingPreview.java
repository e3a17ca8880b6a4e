package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.Row;
import io.eicbridge.dialect.Unmappable;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Workspace;
import java.util.Map;

/** Shows what an endpoint's mapping makes of one real record, without storing anything. */
public final class MappingPreview {
    private final Map<String, EndpointImport> endpoints;
    private final Calls calls;

    /** Previews of these endpoints' mappings. */
    public MappingPreview(Map<String, EndpointImport> endpoints, Calls calls) {
        this.endpoints = Map.copyOf(endpoints);
        this.calls = calls;
    }

    /** The columns of the account with this id; Rejected where Intercom does not have it or it cannot be mapped. */
    public ObjectNode of(String endpoint, String id) {
        EndpointImport mapped = endpoints.get(endpoint);
        if (mapped == null) {
            throw new Rejected(
                    "There is no endpoint \"" + endpoint + "\"; allowed is one of " + endpoints.keySet() + ".");
        }
        JsonNode item = mapped.ofContacts() ? asked("/contacts/", id) : teammate(id);
        try {
            return told(endpoint, id, mapped.parameters().accounts().map(item));
        } catch (Unmappable e) {
            throw new Rejected("The record cannot be mapped: " + e.getMessage());
        }
    }

    private JsonNode teammate(String id) {
        Workspace workspace = Workspace.from(calls.send(Call.get("/me")));
        return AccountMapping.withWorkspace(asked("/admins/", id), workspace);
    }

    private JsonNode asked(String path, String id) {
        Call call = Call.get(path + CallPath.encoded(id));
        Answer answer = calls.send(call.accepting(404, 410));
        if (answer.status() != 200) {
            throw new Rejected("Intercom has no such account (status " + answer.status()
                    + "); give the id that Intercom shows, not a name or an e-mail address.");
        }
        return answer.body();
    }

    private static ObjectNode told(String endpoint, String id, Row row) {
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("endpoint", endpoint).put("id", id);
        ObjectNode columns = answer.putObject("columns");
        row.columns().forEach(columns::put);
        ObjectNode used = answer.putObject("volatile");
        row.volatileColumns().forEach(used::put);
        return answer.put("cut", row.cut());
    }
}
