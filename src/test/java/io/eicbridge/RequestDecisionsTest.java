package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.Decision;
import io.eicbridge.cli.Ledger;
import io.eicbridge.cli.RemoteBridge;
import io.eicbridge.cli.RequestFilter;
import io.eicbridge.failure.Rejected;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do about requests, by commands that speak to the running bridge. */
class RequestDecisionsTest {
    private static TestBed bed;
    private static Bridge bridge;

    @BeforeAll
    static void start(@TempDir Path folder, @TempDir Path home) {
        bed = TestBed.of(SandboxSettings.defaults().withContacts(5), folder)
                .at(ScriptedHome.in(home))
                .with("provisioning.limit.per-hour", "1")
                .start(RouteSelection.ALL);
        bridge = RemoteBridge.find(bed.settings().bridge().port(), TestBed.API_TOKEN)
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static ObjectNode order(String operation, String account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", "contacts")
                .put("operation", operation)
                .put("accountID", account);
    }

    private static ObjectNode update(String account) {
        return order("update", account)
                .set("user", JsonNodeFactory.instance.objectNode().put("name", "Jo"));
    }

    private static Decision about(String action, long id) {
        return new Decision(action, List.of(id), Optional.empty(), "jo", "agreed");
    }

    private static JsonNode letterOf(long request) {
        for (JsonNode letter : bridge.entries(Ledger.DEAD_LETTERS, new RequestFilter(Map.of("endpoint", "contacts")))
                .path("deadLetters")) {
            if (letter.path("subject").asLong() == request) {
                return letter;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private static String state(long id) {
        return bridge.entry(Ledger.REQUESTS, id, false).path("state").asText();
    }

    @Test
    void carriesOutWhatACommandHandsInOnceForEachKey() {
        ObjectNode order = update("by-command").put("key", "k1");

        JsonNode first = bridge.provision(order.deepCopy());
        JsonNode second = bridge.provision(order.deepCopy());

        assertThat(first.path("state").asText()).isEqualTo("succeeded");
        assertThat(first.path("retries").asText()).isEqualTo("bridge");
        assertThat(second.path("id").asLong()).isEqualTo(first.path("id").asLong());
        assertThat(ScriptedOperation.times("by-command")).isEqualTo(1);
        assertThatThrownBy(() -> bridge.provision(order("add-access", "a")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("The type of the entitlement is missing");
    }

    @Test
    void replaysADeadLetterOfARequestAndRecordsWhoDidAndWhy() {
        long id = bridge.provision(update("refused")).path("id").asLong();
        long letter = letterOf(id).path("id").asLong();
        JsonNode shown = bridge.entry(Ledger.DEAD_LETTERS, letter, false);
        assertThat(shown.path("payload").asText()).contains("Jo");
        assertThat(shown.at("/request/state").asText()).isEqualTo("rejected");

        assertThat(bridge.decide(Ledger.DEAD_LETTERS, about("replay", letter)).path("done"))
                .hasToString("[" + letter + "]");
        Awaitility.await()
                .until(() -> bridge.entry(Ledger.REQUESTS, id, false)
                                        .path("attempts")
                                        .size()
                                == 2
                        && state(id).equals("rejected"));

        JsonNode audit = bridge.entry(Ledger.REQUESTS, id, true).path("audit");
        assertThat(audit.findValuesAsText("event")).contains("replayed");
        assertThat(audit.findValuesAsText("who")).contains("jo");
        assertThat(audit.findValuesAsText("reason")).contains("agreed");
        assertThat(letterOf(id).isMissingNode()).isFalse();
    }

    @Test
    void discardsEverythingThatAFilterMeans() {
        long id = bridge.provision(update("refused-1")).path("id").asLong();
        RequestFilter filter = new RequestFilter(Map.of("account", "refused-1", "operation", "update"));

        JsonNode answer = bridge.decide(
                Ledger.DEAD_LETTERS, new Decision("discard", List.of(), Optional.of(filter), "jo", "not needed"));

        assertThat(answer.path("done").size()).isEqualTo(1);
        assertThat(state(id)).isEqualTo("discarded");
        assertThat(letterOf(id).isMissingNode()).isTrue();
        assertThatThrownBy(() -> bridge.decide(Ledger.REQUESTS, about("release", id)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("discarded");
    }

    @Test
    void holdsWhatExceedsALimitUntilItIsReleased() {
        bridge.provision(order("disable", "d1"));
        JsonNode held = bridge.provision(order("disable", "d2"));
        long id = held.path("id").asLong();

        assertThat(held.path("state").asText()).isEqualTo("held");
        assertThat(bridge.standing().at("/contacts/held").asLong()).isEqualTo(1);
        CheckLine line = new Check(bed::settings, Clock.systemUTC())
                .lines().stream()
                        .filter(each -> each.name().equals("requests"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.detail()).contains("1 held");
        bridge.decide(Ledger.REQUESTS, about("release", id));
        Awaitility.await().until(() -> state(id).equals("succeeded"));
        assertThat(ScriptedOperation.times("d2")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoDecision() {
        assertThatThrownBy(() -> bridge.decide(Ledger.REQUESTS, about("paint", 1)))
                .hasMessageContaining("There is no action \"paint\"");
        assertThatThrownBy(() -> bridge.decide(Ledger.REQUESTS, about("run", 999_999)))
                .hasMessageContaining("There is no request 999999");
        assertThatThrownBy(() -> bridge.decide(Ledger.DEAD_LETTERS, about("discard", 999_999)))
                .hasMessageContaining("There is no dead letter 999999");
        RequestFilter wrong = new RequestFilter(Map.of("state", "asleep"));
        assertThatThrownBy(() ->
                        bridge.decide(Ledger.REQUESTS, new Decision("run", List.of(), Optional.of(wrong), "jo", "")))
                .hasMessageContaining("'state' is none");
    }
}
