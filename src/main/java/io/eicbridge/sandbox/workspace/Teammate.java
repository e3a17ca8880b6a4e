package io.eicbridge.sandbox.workspace;

import java.util.List;

/** A teammate; {@code role} is the number of a role, -1 for none; teams by id. */
public record Teammate(
        String id,
        String name,
        String email,
        String jobTitle,
        boolean away,
        boolean seat,
        int role,
        List<Integer> teams) {

    /** The same teammate with another role, -1 for none. */
    public Teammate withRole(int changed) {
        return new Teammate(id, name, email, jobTitle, away, seat, changed, teams);
    }

    Teammate withSeat(boolean changed) {
        return new Teammate(id, name, email, jobTitle, away, changed, role, teams);
    }

    Teammate withTeams(List<Integer> changed) {
        return new Teammate(id, name, email, jobTitle, away, seat, role, List.copyOf(changed));
    }

    /** The same teammate called otherwise. */
    public Teammate named(String changedName, String changedEmail, String changedTitle) {
        return new Teammate(id, changedName, changedEmail, changedTitle, away, seat, role, teams);
    }
}
