package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.List;

/** Tickets that say nothing, that EIC cannot find again, or that never end. */
final class TicketsCheck implements PackageCheck {
    private static final String ABOUT_THE_TASK =
            "(?s).*\\$\\{[^}]*\\b(task|arsTasks|account|accountName|entitlementValue|endpoint|requestid|queueItem|requestAccessAttributes|businessJustification|user\\.(?!id\\b|customproperty))\\b?.*";

    @Override
    public void check(Opened opened) {
        Parameter create = opened.parameter(KeyCatalogue.CREATE_TICKET);
        Parameter status = opened.parameter(KeyCatalogue.TICKET_STATUS);
        if (create.isPresent()) {
            created(Opened.calls(create), create.notes());
            polled(create, status, opened);
        }
        if (status.isPresent()) {
            Opened.calls(status).forEach(call -> status(call, status.notes()));
        }
    }

    private static void created(List<Located> calls, Notes notes) {
        for (Located call : calls) {
            Look.at(call, "httpParams")
                    .filter(body -> !Look.allTexts(body).matches(ABOUT_THE_TASK))
                    .ifPresent(
                            body -> notes.add(
                                    Code.TICKET_SAYS_NOTHING,
                                    body,
                                    "The ticket names neither task nor account, entitlement or requester: "
                                            + "whoever works on it cannot know what to do",
                                    "Put in ${task}, ${account.name}, ${entitlementValue.entitlement_value} and ${user.username}"));
        }
        boolean isKept = calls.stream().anyMatch(call -> call.members().containsKey("ticketidPath"));
        if (!calls.isEmpty() && !isKept) {
            notes.add(
                    Code.TICKET_INCOMPLETE,
                    calls.get(calls.size() - 1),
                    "No call has \"ticketidPath\": EIC does not learn the ticket's id and can never ask for its state",
                    "Add \"ticketidPath\" with the path of the id in the answer");
        }
    }

    private static void polled(Parameter create, Parameter status, Opened opened) {
        if (!status.isPresent() && opened.source().isWhole()) {
            create.notes()
                    .whole(
                            Code.TICKET_NEVER_POLLED,
                            "Tickets are opened, but TicketStatusJSON is empty: no task ever completes by itself",
                            "Fill TicketStatusJSON");
        }
    }

    private static void status(Located call, Notes notes) {
        for (String key : List.of("ticketStatusPath", "ticketStatusValue")) {
            boolean isEmpty = Look.at(call, key)
                    .filter(value -> !Look.children(value).isEmpty()
                            || !Look.plain(value).isBlank())
                    .isEmpty();
            if (isEmpty) {
                notes.add(
                        Code.TICKET_INCOMPLETE,
                        call,
                        "The call has no \"" + key + "\": no state of a ticket ever completes its task",
                        "Add \"" + key + "\"");
            }
        }
        if (!call.members().containsKey("disContinueStatusValue")) {
            notes.add(
                    Code.TICKET_NEVER_DISCONTINUED,
                    call,
                    "No \"disContinueStatusValue\": the task of a refused or cancelled ticket waits for ever",
                    "List the states that mean refused or cancelled");
        }
    }
}
