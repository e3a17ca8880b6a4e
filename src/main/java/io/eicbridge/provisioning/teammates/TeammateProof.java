package io.eicbridge.provisioning.teammates;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.queue.Finding;
import io.eicbridge.provisioning.queue.Proof;
import io.eicbridge.provisioning.queue.Sheets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Sees by teammates and teams whether a request about a teammate is fulfilled. */
public final class TeammateProof implements Proof {

    @Override
    public boolean isKnown(ProvisioningRequest request) {
        boolean byId = request.operation().ofAccount() && request.operation() != Operation.ENABLE;
        return !byId || TeammateList.isId(request.account());
    }

    @Override
    public Call search(ProvisioningRequest request) {
        return TeammateList.call(request);
    }

    @Override
    public Optional<String> id(ProvisioningRequest request, Answer answer) {
        return TeammateList.find(request, answer.body()).map(TeammateList::id);
    }

    @Override
    public Call question(ProvisioningRequest request) {
        if (request.operation().ofEntitlement()) {
            return null;
        }
        return isOfTeam(request) ? Sheets.own(request, Call.get("/teams")) : TeammateList.call(request);
    }

    @Override
    public Call more(ProvisioningRequest request, Answer answer) {
        return null;
    }

    @Override
    public Finding read(ProvisioningRequest request, Answer answer) {
        if (isOfTeam(request)) {
            return ofTeam(request, answer.body());
        }
        Optional<JsonNode> teammate = TeammateList.find(request, answer.body());
        return switch (request.operation()) {
            case CREATE, ENABLE -> there(teammate);
            case DISABLE, REMOVE -> gone(teammate);
            case UPDATE -> updated(request, teammate);
            default -> access(request, teammate);
        };
    }

    @Override
    public boolean invites(ProvisioningRequest request) {
        return request.operation() == Operation.CREATE || request.operation() == Operation.ENABLE;
    }

    private static boolean isOfTeam(ProvisioningRequest request) {
        return "Team".equals(request.asked().entitlementType());
    }

    private static Finding there(Optional<JsonNode> teammate) {
        return teammate.map(found -> Finding.done(TeammateList.id(found), "the teammate is in the workspace"))
                .orElseGet(() -> Finding.notDone("the teammate is not in the workspace"));
    }

    private static Finding gone(Optional<JsonNode> teammate) {
        return teammate.isPresent()
                ? Finding.notDone("the teammate is still in the workspace")
                : Finding.done(null, "the teammate is not in the workspace");
    }

    /** Of what EIC may change, Intercom shows name and e-mail address; a change of something else is believed. */
    private static Finding updated(ProvisioningRequest request, Optional<JsonNode> teammate) {
        if (teammate.isEmpty()) {
            return Finding.notDone("the teammate is not in the workspace");
        }
        String email = wanted(request, "/requestAccessAttributes/email", "/user/email");
        String name = wanted(
                request,
                "/requestAccessAttributes/name",
                "/user/displayname",
                "/user/displayName",
                "/account/displayName");
        JsonNode found = teammate.get();
        if (email.isEmpty() && name.isEmpty()) {
            return new Finding(
                    Finding.Kind.UNSEEN, TeammateList.id(found), "neither name nor e-mail address was to change");
        }
        boolean same =
                (email.isEmpty() || email.equalsIgnoreCase(found.path("email").asText()))
                        && (name.isEmpty() || name.equals(found.path("name").asText()));
        return same
                ? Finding.done(TeammateList.id(found), "name and e-mail address are as asked")
                : Finding.notDone("name or e-mail address are not as asked");
    }

    private static String wanted(ProvisioningRequest request, String... places) {
        return Stream.of(places)
                .map(place -> request.bindings().at(place).asText(""))
                .filter(text -> !text.isBlank() && !text.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static Finding access(ProvisioningRequest request, Optional<JsonNode> teammate) {
        boolean role = "Role".equals(request.asked().entitlementType());
        boolean holds = teammate.filter(found -> role
                        ? TeammateList.isNamed(
                                found.path("role"), request.asked().entitlement())
                        : found.path("has_inbox_seat").asBoolean())
                .isPresent();
        return holding(request, teammate.map(TeammateList::id).orElse(null), holds, role ? "role" : "seat");
    }

    private static Finding ofTeam(ProvisioningRequest request, JsonNode teams) {
        Optional<JsonNode> team = TeammateList.team(teams, request.asked().entitlement());
        boolean holds = team.stream()
                .flatMap(one -> StreamSupport.stream(one.path("admin_ids").spliterator(), false))
                .anyMatch(id -> Ids.text(id).equals(request.account()));
        boolean gone =
                TeammateList.isId(request.asked().entitlement()) && request.operation() == Operation.REMOVE_ACCESS;
        return team.isEmpty() && !gone
                ? Finding.notDone("there is no such team")
                : holding(request, request.account(), holds, "team");
    }

    private static Finding holding(ProvisioningRequest request, String id, boolean holds, String what) {
        String words = "the teammate has the " + what + (holds ? "" : " not");
        boolean wanted = request.operation() == Operation.ADD_ACCESS;
        return holds == wanted ? Finding.done(id, words) : Finding.notDone(words);
    }
}
