package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Firm;

/** A company at one moment: what was made up, under its present name. */
public record Company(Firm firm, String name, long updatedAt) {
    Company(Firm firm) {
        this(firm, firm.name(), firm.updatedAt());
    }

    /** The place in the sandbox. */
    public int number() {
        return firm.index();
    }

    /** Intercom's id. */
    public String id() {
        return firm.id();
    }
}
