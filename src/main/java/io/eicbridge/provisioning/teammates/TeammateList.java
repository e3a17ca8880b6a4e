package io.eicbridge.provisioning.teammates;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.queue.AskedNames;
import io.eicbridge.provisioning.queue.Sheets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds a request's teammate in what Intercom answers about teammates. */
final class TeammateList {
    static final int NOT_FOUND = 404;

    private TeammateList() {}

    /**
     * The call that shows the request's teammate: by id where it is known, else the whole list, which is one call too. Who comes back has
     * another id than before.
     */
    static Call call(ProvisioningRequest request) {
        boolean known = request.account() != null && request.account().matches("\\d+");
        boolean byId = known && request.operation() != Operation.ENABLE;
        Call call = byId ? Call.get("/admins/" + CallPath.encoded(request.account())) : Call.get("/admins");
        return Sheets.own(request, call.accepting(NOT_FOUND));
    }

    /** The request's teammate in the answer to {@link #call}, empty where there is none of that id or e-mail address. */
    static Optional<JsonNode> find(ProvisioningRequest request, JsonNode answer) {
        if (answer.path("type").asText().equals("admin")) {
            return Optional.of(answer);
        }
        String email = AskedNames.of(request.asked()).email();
        return stream(answer.path("admins"))
                .filter(admin -> isMeant(request, email, admin))
                .findFirst();
    }

    private static boolean isMeant(ProvisioningRequest request, String email, JsonNode admin) {
        String own = admin.path("email").asText("");
        boolean sameEmail = !email.isEmpty() && own.equalsIgnoreCase(email);
        boolean sameAccount = request.account() != null
                && (request.account().equals(id(admin)) || own.equalsIgnoreCase(request.account()));
        return sameEmail || sameAccount;
    }

    static String id(JsonNode admin) {
        return Ids.text(admin.path("id"));
    }

    /** A list that Intercom calls {@code teams}: the team of that id, or of that name as EIC knows it. */
    static Optional<JsonNode> team(JsonNode answer, String entitlement) {
        return stream(answer.path("teams"))
                .filter(team -> isNamed(team, entitlement))
                .findFirst();
    }

    /** Whether an entitlement is meant, by id, by name, or by both as they are written where a name is shared. */
    static boolean isNamed(JsonNode thing, String entitlement) {
        String id = Ids.text(thing.path("id"));
        String name = thing.path("name").asText("");
        return !id.isEmpty()
                && (id.equals(entitlement) || name.equals(entitlement) || (name + " (" + id + ")").equals(entitlement));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
