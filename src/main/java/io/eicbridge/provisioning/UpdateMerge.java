package io.eicbridge.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.LaterRequests;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes one update of several that follow each other: each field gets the value of the latest, and nothing is overwritten by older ones. */
final class UpdateMerge {
    /** Names the task and not what is to be changed, so that each request keeps its own. */
    private static final String TASK = "task";

    private static final int MOST = 1_000;
    private final LaterRequests later;

    UpdateMerge(LaterRequests later) {
        this.later = later;
    }

    /** Updates after this one that wait, up to the next operation of another kind on the account. */
    List<ProvisioningRequest> members(Handle handle, ProvisioningRequest update) {
        return following(handle, update).stream()
                .filter(request -> request.state() == RequestState.WAITING && request.dueAt() != null)
                .toList();
    }

    /** The update with the values that later ones have set, or will set with it. */
    ProvisioningRequest merged(Handle handle, ProvisioningRequest update) {
        if (update.operation() != Operation.UPDATE) {
            return update;
        }
        ObjectNode bindings = update.bindings().deepCopy();
        List<ProvisioningRequest> with = following(handle, update);
        later.open(handle, update.id(), MOST).stream()
                .filter(request -> request.operation() == Operation.UPDATE && !request.waitsForCaller())
                .filter(request -> request.state() == RequestState.SUCCEEDED || with.contains(request))
                .forEach(request -> overlay(bindings, request.bindings()));
        return update.with(bindings);
    }

    private List<ProvisioningRequest> following(Handle handle, ProvisioningRequest update) {
        return later.open(handle, update.id(), MOST).stream()
                .takeWhile(request -> request.operation() == Operation.UPDATE)
                .toList();
    }

    private static void overlay(ObjectNode bindings, ObjectNode newer) {
        Iterator<Map.Entry<String, JsonNode>> fields = newer.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals(TASK)) {
                put(bindings, field.getKey(), field.getValue());
            }
        }
    }

    private static void put(ObjectNode bindings, String name, JsonNode value) {
        if (bindings.get(name) instanceof ObjectNode before && value instanceof ObjectNode after) {
            overlay(before, after);
        } else {
            bindings.set(name, value.deepCopy());
        }
    }
}
