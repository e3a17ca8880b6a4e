package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees whether a request about a contact is fulfilled, where one call of Intercom's API shows it. */
public final class ContactProof implements Proof {
    private static final Pattern CONTACT = Pattern.compile("[0-9a-f]{24}");
    private static final int[] GONE = {404, 410};
    private static final Map<String, Function<String, Listing>> LISTS = Map.of(
            "Tag", Listings::contactTags, "Company", Listings::contactCompanies, "Segment", Listings::contactSegments);

    @Override
    public boolean isKnown(ProvisioningRequest request) {
        return !request.operation().ofAccount()
                || CONTACT.matcher(request.account()).matches();
    }

    @Override
    public Call search(ProvisioningRequest request) {
        return null;
    }

    @Override
    public Optional<String> id(ProvisioningRequest request, Answer answer) {
        return Optional.empty();
    }

    @Override
    public Call question(ProvisioningRequest request) {
        if (request.operation().ofAccess()) {
            return list(request).map(list -> list.call(null).accepting(GONE)).orElse(null);
        }
        return ofExistence(request.operation())
                ? Listings.contact(request.account()).accepting(GONE)
                : null;
    }

    private static Optional<Listing> list(ProvisioningRequest request) {
        return Optional.ofNullable(LISTS.get(String.valueOf(request.asked().entitlementType())))
                .map(list -> list.apply(request.account()));
    }

    @Override
    public Call more(ProvisioningRequest request, Answer answer) {
        if (!request.operation().ofAccess() || answer.status() != 200 || holds(request, answer.body())) {
            return null;
        }
        Listing list = list(request).orElseThrow();
        String next = list.read(answer).next();
        return next == null ? null : list.call(next).accepting(GONE);
    }

    private static boolean ofExistence(Operation operation) {
        return operation == Operation.ENABLE || operation == Operation.DISABLE || operation == Operation.REMOVE;
    }

    @Override
    public Finding read(ProvisioningRequest request, Answer answer) {
        boolean there = answer.status() == 200;
        boolean holds = there && holds(request, answer.body());
        boolean wanted = request.operation() == Operation.ENABLE || request.operation() == Operation.ADD_ACCESS;
        String what = request.operation().ofAccess() ? "the contact has the entitlement" : "the contact is there";
        String words = what + (holds ? "" : " not");
        return holds == wanted ? Finding.done(request.account(), words) : Finding.notDone(words);
    }

    private static boolean holds(ProvisioningRequest request, JsonNode body) {
        if (!request.operation().ofAccess()) {
            return true;
        }
        for (JsonNode held : body.path("data")) {
            if (isNamed(held, request.asked().entitlement())) {
                return true;
            }
        }
        return false;
    }

    /** By id, by name, or by both as they are written where a name is shared. */
    private static boolean isNamed(JsonNode held, String entitlement) {
        String id = Ids.text(held.path("id"));
        String name = held.path("name").asText("");
        return Stream.of(id, name, name + " (" + id + ")").anyMatch(entitlement::equals);
    }

    @Override
    public boolean invites(ProvisioningRequest request) {
        return false;
    }
}
