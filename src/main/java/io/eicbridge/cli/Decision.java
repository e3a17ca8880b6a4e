package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decides about entries of a list.
 *
 * @param action replay, discard, release or run
 * @param ids the entries, where they are named one by one
 * @param filter those that are meant otherwise
 * @param who decides, recorded with it
 * @param why recorded as well
 */
public record Decision(String action, List<Long> ids, Optional<RequestFilter> filter, String who, String why) {
    /** The decision as the commands API takes it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        filter.ifPresentOrElse(
                meant -> json.set("filter", meant.json()), () -> ids.forEach(json.withArray("ids")::add));
        return json.put("who", who).put("why", why);
    }
}
