package io.eicbridge.provisioning.contacts;

import io.eicbridge.directory.DisabledAccount;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Optional;

/** Says why there is no contact to work on. */
final class Absent {
    private Absent() {}

    /** The contact, where Intercom told it; Rejected with the reason otherwise. */
    static Contact unless(Answer answer, ProvisioningRequest request, ContactDirectory directory, String id) {
        if (answer.status() == RequestCalls.MERGED) {
            throw merged(answer, request, id);
        }
        if (answer.status() == RequestCalls.NOT_FOUND) {
            throw notFound(answer, request, directory.disabled(request, id), id);
        }
        return new Contact(answer.body());
    }

    static Rejected merged(Answer answer, ProvisioningRequest request, String id) {
        return ErrorAnswer.of(answer)
                .rejected("Nothing was done: the contact " + id + " was merged into " + ErrorAnswer.mergedInto(answer)
                        + " and does not exist any more. Ask for that one instead. " + request.context());
    }

    private static Rejected notFound(
            Answer answer, ProvisioningRequest request, Optional<DisabledAccount> disabled, String id) {
        String why = disabled.map(account -> "is " + account.reason() + ". Enable it first.")
                .orElse("is not in Intercom: it was archived there or deleted. Import, and look what became of it.");
        return ErrorAnswer.of(answer)
                .rejected("Nothing was done: the contact " + id + " " + why + " " + request.context());
    }
}
