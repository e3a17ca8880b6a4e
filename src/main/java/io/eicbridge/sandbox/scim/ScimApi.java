package io.eicbridge.sandbox.scim;

import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Every endpoint of SCIM. */
public final class ScimApi {
    /** The base path. */
    public static final String BASE = "/scim/v2";

    private final ScimRoster roster;

    /** The endpoints over a workspace. */
    public ScimApi(Workspace workspace) {
        this.roster = new ScimRoster(workspace);
    }

    /** The endpoints. */
    public List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>(new ScimUsers(roster).all());
        all.addAll(new ScimGroups(roster).all());
        all.add(Endpoint.of(
                "GET", BASE + "/ServiceProviderConfig", (asked, none, out) -> out.tree(ScimForms.configuration())));
        return all;
    }
}
