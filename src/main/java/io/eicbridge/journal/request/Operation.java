package io.eicbridge.journal.request;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request asks to be done. */
public enum Operation {
    CREATE,
    UPDATE,
    ENABLE,
    DISABLE,
    REMOVE,
    ADD_ACCESS,
    REMOVE_ACCESS,
    CREATE_ENTITLEMENT,
    UPDATE_ENTITLEMENT,
    DELETE_ENTITLEMENT;

    /** As stored, shown and used in ids of routes, for instance {@code add-access}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The operation of a word, empty for a word that is none. */
    public static Optional<Operation> of(String word) {
        return Stream.of(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst();
    }

    /** Whether an account gets or loses an entitlement. */
    public boolean ofAccess() {
        return this == ADD_ACCESS || this == REMOVE_ACCESS;
    }

    /** Whether an account is to lose something. */
    public boolean takesAway() {
        return this == DISABLE || this == REMOVE || this == REMOVE_ACCESS;
    }

    /** Whether it is about an entitlement itself and no account. */
    public boolean ofEntitlement() {
        return this == CREATE_ENTITLEMENT || this == UPDATE_ENTITLEMENT || this == DELETE_ENTITLEMENT;
    }

    /** Whether it is about an account that has to be named. */
    public boolean ofAccount() {
        return this != CREATE && !ofEntitlement();
    }
}
