package io.eicbridge.provisioning.teammates;

import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.journal.request.ProvisioningRequest;

/** A request that is carried out by SCIM: what has been found out so far. */
public final class ScimWork {
    private final ProvisioningRequest request;
    private final String userName;
    private final RenderedCall creation;
    private String user;
    private String group;
    private boolean written;
    private boolean member;
    private boolean conflicting;
    private String obstacle = "";

    /** Work on the user of that name; {@code creation} makes it, null where it is there. */
    ScimWork(ProvisioningRequest request, String userName, RenderedCall creation) {
        this.request = request;
        this.userName = userName;
        this.creation = creation;
    }

    ProvisioningRequest request() {
        return request;
    }

    /** The e-mail address by which SCIM knows the teammate; empty where the teammate is not in the workspace. */
    String userName() {
        return userName;
    }

    RenderedCall creation() {
        return creation;
    }

    /** SCIM's id of the user, null while it is not found. */
    String user() {
        return user;
    }

    void found(String id) {
        user = id;
    }

    /** SCIM's id of the group that gives the role, null while it is not found. */
    String group() {
        return group;
    }

    void grouped(String id) {
        group = id;
    }

    /** Whether Intercom lists the teammate: who was invited and has not joined is known to SCIM alone. */
    boolean isMember() {
        return member;
    }

    ScimWork ofMember(boolean listed) {
        member = listed;
        return this;
    }

    boolean hasWritten() {
        return written;
    }

    void wrote() {
        written = true;
    }

    void takenByAnother() {
        conflicting = true;
    }

    /** Whether SCIM refused to create the user, because there is one of that name. */
    public boolean isConflicting() {
        return conflicting;
    }

    void leftToAPerson(String why) {
        obstacle = why;
    }

    /** Why only a person can do it, empty where that is not so. */
    public String getObstacle() {
        return obstacle;
    }
}
