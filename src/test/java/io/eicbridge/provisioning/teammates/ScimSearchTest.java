package io.eicbridge.provisioning.teammates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

class ScimSearchTest {
    private static final Answer NOBODY = new Answer(200, JsonNodeFactory.instance.objectNode(), null, "r1", "");

    @BothDatabases
    void whomScimHasDeletedAndIntercomStillListsIsWaitedForAndNobodyIsAsked(Database database) {
        ScimSteps steps = new ScimSteps(database.store(), new Intents(Clock.systemUTC()));
        ScimSearch search = new ScimSearch(new RoleGroups(Map.of()), steps);
        ScimWork deleted = work(1);
        ScimWork unknown = work(2);
        steps.begin(deleted.request(), ScimSteps.DELETE);

        search.found(unknown, NOBODY);

        assertThat(unknown.getObstacle()).contains("SCIM does not know");
        assertThatThrownBy(() -> search.found(deleted, NOBODY)).isInstanceOf(Transient.class);
        assertThat(deleted.getObstacle()).isEmpty();
    }

    private static ScimWork work(long id) {
        NewRequest asked = new NewRequest(
                "teammates",
                "eic",
                "k" + id,
                Operation.REMOVE,
                "77",
                null,
                null,
                RetryOwner.CALLER,
                JsonNodeFactory.instance.objectNode());
        ProvisioningRequest request = new ProvisioningRequest(
                id, asked, RequestState.RUNNING, 1, 0, Instant.EPOCH, null, null, null, null, null, null);
        return new ScimWork(request, "left@example.com", null).ofMember(true);
    }
}
