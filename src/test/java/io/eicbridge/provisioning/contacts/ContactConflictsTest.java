package io.eicbridge.provisioning.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Intercom's conflicts say. */
class ContactConflictsTest {
    private static final ContactConflicts CONFLICTS = new ContactConflicts(null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "A contact matching those details already exists with id=5f22c43f912596f503b208ee, 5f22c43f912596f503b208ee, false",
        "An archived contact matching those details already exists with id=abc-12., abc-12, true",
        "an ARCHIVED contact matching those details exists (id=77), 77, true"
    })
    void namesTheContactThatExists(String message, String id, boolean archived) {
        assertThat(CONFLICTS.read(request(), answer(message))).isEqualTo(new ContactConflict(id, archived));
    }

    @Test
    void refusesAConflictThatNamesNobodyAndShowsNoAddress() {
        assertThatThrownBy(() -> CONFLICTS.read(request(), answer("Somebody has jo@example.net already")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("does not say which")
                .hasMessageNotContaining("jo@example.net");
    }

    private static Answer answer(String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("code", "conflict").put("message", message);
        return new Answer(409, body, Instant.EPOCH, "r1", "");
    }

    private static ProvisioningRequest request() {
        NewRequest asked = new NewRequest(
                "contacts",
                "test",
                "key",
                Operation.CREATE,
                null,
                null,
                null,
                RetryOwner.CALLER,
                JsonNodeFactory.instance.objectNode());
        return new ProvisioningRequest(
                1, asked, RequestState.RUNNING, 1, 0, Instant.EPOCH, null, null, null, null, null, null);
    }
}
