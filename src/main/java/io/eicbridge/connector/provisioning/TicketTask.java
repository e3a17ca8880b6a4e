package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** EIC's types of tasks that a ticket can be about, by the verbs of the contract's paths. */
enum TicketTask {
    CREATE("createAccount", "create", "New Account", 3, false),
    UPDATE("updateAccount", "update", "Update Account", 10, false),
    ENABLE("enableAccount", "enable", "Enable Account", 6, false),
    DISABLE("disableAccount", "disable", "Disable Account", 12, false),
    REMOVE("removeAccount", "remove", "Remove Account", 8, false),
    ADD_ACCESS("addAccess", "add-access", "Add Access", 1, true),
    REMOVE_ACCESS("removeAccess", "remove-access", "Remove Access", 2, true),
    CREATE_ENTITLEMENT("createEntitlement", "create-entitlement", "Create Entitlement", 14, true),
    UPDATE_ENTITLEMENT("updateEntitlement", "update-entitlement", "Update Entitlement", 15, true),
    DELETE_ENTITLEMENT("deleteEntitlement", "delete-entitlement", "Delete Entitlement", 16, true);

    static final String ALLOWED = Stream.of(values())
            .map(task -> task.words.get(0) + " (" + task.words.get(1) + ", " + task.words.get(2) + ")")
            .collect(Collectors.joining(", "));

    private final String verb;
    private final List<String> words;
    private final boolean ofEntitlement;

    TicketTask(String verb, String word, String inEic, int number, boolean ofEntitlement) {
        this.ofEntitlement = ofEntitlement;
        this.verb = verb;
        this.words = List.of(word, inEic, Integer.toString(number));
    }

    /** The task of a word or number, empty for anything else. */
    static Optional<TicketTask> read(JsonNode told) {
        String word = told.asText("").strip();
        return Stream.of(values())
                .filter(task -> task.words.stream().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    String verb() {
        return verb;
    }

    /** Whether it is about an entitlement, so that its type has to be told. */
    boolean ofEntitlement() {
        return ofEntitlement;
    }
}
