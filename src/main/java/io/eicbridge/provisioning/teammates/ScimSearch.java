package io.eicbridge.provisioning.teammates;

import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Ids;
import io.eicbridge.provisioning.queue.Sheets;

/** Finds users and groups in SCIM, by the names that EIC and the settings know. */
public final class ScimSearch {
    private static final int NOT_FOUND = 404;
    private final RoleGroups groups;
    private final ScimSteps steps;

    ScimSearch(RoleGroups groups, ScimSteps steps) {
        this.groups = groups;
        this.steps = steps;
    }

    /** The search for the user; null where there is no teammate to be found. */
    public Call find(ScimWork work) {
        return work.userName().isEmpty() ? null : search(work, "/Users", "userName", work.userName());
    }

    /**
     * Keeps the user that was found; a teammate whom SCIM does not know is left to a person, unless SCIM has deleted him for this very
     * request.
     *
     * @throws Transient where he is deleted and Intercom still lists him
     * @throws Rejected where there is nobody to be changed
     */
    public void found(ScimWork work, Answer answer) {
        String id = Ids.text(answer.body().path("Resources").path(0).path("id"));
        if (!id.isEmpty()) {
            work.found(id);
        } else if (work.isMember() && steps.stands(work.request(), ScimSteps.DELETE)) {
            throw new Transient(
                    "SCIM has deleted the teammate, whom Intercom still lists. It is looked at again. "
                            + work.request().context(),
                    true,
                    answer.requestId(),
                    null);
        } else if (work.isMember()) {
            work.leftToAPerson("SCIM does not know this teammate, who was added to the workspace in another way.");
        } else if (work.creation() == null && !work.request().operation().takesAway()) {
            throw new Rejected(
                    "Nothing was done: the teammate is not in the workspace. "
                            + work.request().context(),
                    NOT_FOUND,
                    "",
                    answer.requestId());
        }
    }

    /** The search for the group that gives the role; null where no role is concerned. */
    public Call findGroup(ScimWork work) {
        return work.user() != null && work.request().operation().ofAccess()
                ? search(work, "/Groups", "displayName", groupName(work))
                : null;
    }

    private String groupName(ScimWork work) {
        return groups.of(work.request()).orElseThrow();
    }

    /** Keeps the group that was found; without it a person is asked. */
    public void foundGroup(ScimWork work, Answer answer) {
        String id = Ids.text(answer.body().path("Resources").path(0).path("id"));
        if (id.isEmpty()) {
            work.leftToAPerson("SCIM has no group \"" + groupName(work)
                    + "\", which \"teammates.role-groups\" names for the role.");
        } else {
            work.grouped(id);
        }
    }

    private static Call search(ScimWork work, String path, String attribute, String value) {
        String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
        String filter = CallPath.encoded(attribute + " eq \"" + quoted + "\"");
        return Sheets.own(work.request(), Call.get(path + "?filter=" + filter));
    }
}
