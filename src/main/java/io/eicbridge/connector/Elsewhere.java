package io.eicbridge.connector;

import java.util.List;
import java.util.Map;

/** Answers every path that no other route takes: with the reason where the contract has it, else with what exists. */
public final class Elsewhere {
    private static final int OPERATION = 3;
    private static final String NO_USERS =
            "Intercom holds accounts and no users: import users into EIC from the source that owns them, accounts from /accounts.";
    private static final Map<String, String> REASONS = Map.of(
            "users", NO_USERS,
            "updateUser", NO_USERS,
            "changePassword",
                    "Intercom lets no other program change a password: people do it in Intercom or at their identity provider.");

    private final Catalogue catalogue;

    /** What exists is told from the catalogue. */
    public Elsewhere(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Always {@code Rejected}: 501 for what Intercom cannot do, 404 for everything else. */
    public void refuse(Request request) {
        Population population = catalogue.population(request);
        List<String> segments = request.segments();
        String operation = segments.size() > OPERATION ? segments.get(OPERATION) : "";
        if (REASONS.containsKey(operation)) {
            throw Refusals.unsupported(REASONS.get(operation));
        }
        throw Refusals.unknown("There is no such path; " + population.endpoint() + " has: " + population.paths() + ".");
    }
}
