package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.connector.Catalogue;
import io.eicbridge.connector.EntitlementType;
import io.eicbridge.connector.Methods;
import io.eicbridge.connector.Request;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.NewRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes EIC's tickets: each is a request whose end the bridge reports when EIC asks for the ticket. */
public final class Tickets {
    private static final List<String> OWN = List.of("operation", "entitlementType");
    /** How requests that commands hand in name their caller. */
    private static final String COMMAND = "command";

    private static final String TOLD = "'operation', or the task's 'tasktype', ";
    private final Catalogue catalogue;

    /** Endpoints and types of entitlement are those of the catalogue. */
    public Tickets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What a ticket asks for: its {@code operation}, else the type of its {@code task}, says what is done.
     *
     * @param key the header Idempotency-Key, null for none: the task's id is the key then
     * @throws Rejected with 404, 405, 413, or with 400 and all violations
     */
    public NewRequest read(Request request, String key) {
        Methods.check(request);
        return read(request, new Submissions.Way(Submissions.CALLER, key, true));
    }

    /**
     * The same for somebody who asks by a command, in the form of a ticket.
     *
     * @param endpoint that of the accounts
     * @param key names the request among all of commands, null for a new one
     */
    public NewRequest ordered(String endpoint, String body, String key) {
        String path = "/" + endpoint + "/api/v1/tickets";
        return read(new Request("POST", path, "", "", "", body), new Submissions.Way(COMMAND, key, true));
    }

    private NewRequest read(Request request, Submissions.Way way) {
        catalogue.population(request);
        Violations violations = new Violations();
        Content whole = Content.read(request.body());
        Optional<TicketTask> task = task(whole.json());
        violations.unless(task.isPresent(), TOLD + "is no operation: allowed are " + TicketTask.ALLOWED + ".");
        Optional<EntitlementType> type =
                task.filter(TicketTask::ofEntitlement).flatMap(any -> type(request, whole, violations));
        Wish wish = new Wish(task.map(TicketTask::verb).orElse(""), Optional.empty(), type, Optional.empty());
        Content content = new Content(whole.envelope(), whole.json().deepCopy().without(OWN));
        return Submissions.asked(request, wish, content, violations, way);
    }

    private static Optional<TicketTask> task(JsonNode body) {
        return Stream.of("/operation", "/task/tasktype", "/task/taskType", "/arsTasks/tasktype", "/arsTasks/taskType")
                .map(body::at)
                .filter(told -> !told.asText("").isBlank())
                .findFirst()
                .flatMap(TicketTask::read);
    }

    private Optional<EntitlementType> type(Request request, Content content, Violations violations) {
        Optional<String> word = content.text(
                "/entitlementType",
                "/entitlementValue/entitlementType",
                "/entitlementValue/entitlementtype",
                "/entitlementValue/entitlementTypeName");
        violations.unless(word.isPresent(), "The type of the entitlement is missing: give it as 'entitlementType'.");
        return word.map(name -> catalogue.named(request, name));
    }
}
