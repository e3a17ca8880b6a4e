package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.Catalogue;
import io.eicbridge.connector.EntitlementType;
import io.eicbridge.connector.Methods;
import io.eicbridge.connector.Request;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.RetryOwner;
import java.util.Optional;
import java.util.UUID;

/** Reads the calls by which EIC has something done in Intercom; everything wrong with one is told at once. */
public final class Submissions {
    /** All holders of a token are EIC: the keys of one are known to the other during a rotation. */
    static final String CALLER = "eic";

    /** How the keys begin that callers did not give. */
    static final String KEYLESS = "none-";

    private final Catalogue catalogue;
    private final Paths paths;

    /** Endpoints and types of entitlement are those of the catalogue. */
    public Submissions(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.paths = new Paths(catalogue);
    }

    /**
     * What one call asks for. Without a key in its header or task it is a request of its own, however often it is sent.
     *
     * @param key the header Idempotency-Key, null for none
     * @param prefer the header Prefer, null for none
     * @throws io.eicbridge.failure.Rejected with 404, 405, 413, or with 400 and all violations
     */
    public NewRequest read(Request request, String key, String prefer) {
        catalogue.population(request);
        Methods.check(request);
        Violations violations = new Violations();
        Content content = Content.read(request.body());
        return asked(
                request,
                paths.read(request),
                content,
                violations,
                new Way(CALLER, key, Preference.of(prefer).later()));
    }

    /** Who calls, how the call is known when it comes again, and whether the bridge tries again by itself. */
    record Way(String caller, String key, boolean later) {}

    /** What a call asks for whose wish is known; Rejected with all violations, those found before among them. */
    static NewRequest asked(Request request, Wish wish, Content content, Violations violations, Way way) {
        violations.unless(request.query().isEmpty(), "This path takes no query parameters: say it in the body.");
        Optional<String> known = Keys.read(way.key(), content, violations);
        Asked asked = new Questions(content, violations).asked(wish);
        violations.settle();
        return new NewRequest(
                request.endpoint(),
                way.caller(),
                known.orElseGet(() -> KEYLESS + UUID.randomUUID()),
                asked.operation(),
                asked.account().orElse(null),
                wish.type().map(EntitlementType::name).orElse(null),
                asked.entitlement().orElse(null),
                way.later() || known.isEmpty() ? RetryOwner.BRIDGE : RetryOwner.CALLER,
                asked.bindings());
    }

    /** The operation of one call, what it is about and what it binds. */
    record Asked(Operation operation, Optional<String> account, Optional<String> entitlement, ObjectNode bindings) {}
}
