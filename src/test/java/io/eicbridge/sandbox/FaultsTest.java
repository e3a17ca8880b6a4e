package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private IntercomSandbox sandbox;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(500));
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void refusesSoManyCallsInAStorm() throws Exception {
        sandbox.faults()
                .add(Fault.of(FaultKind.REFUSED).on("/contacts*").after(1).times(2));
        assertThat(statuses("/contacts", 5)).containsExactly(200, 429, 429, 200, 200);
        assertThat(client.get("/tags").status()).isEqualTo(200);
    }

    @Test
    void strikesByChanceTheSameWayForTheSameSeed() throws Exception {
        List<Integer> first = storm();
        assertThat(first).contains(200, 503);
        try (IntercomSandbox twin =
                IntercomSandbox.start(SandboxSettings.defaults().withContacts(500))) {
            sandbox.close();
            sandbox = twin;
            client = new Client(twin);
            assertThat(storm()).isEqualTo(first);
        }
    }

    private List<Integer> storm() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.STATUS).withStatus(503).withProbability(0.4));
        return statuses("/tags", 30);
    }

    private List<Integer> statuses(String path, int count) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int call = 0; call < count; call++) {
            statuses.add(client.get(path).status());
        }
        return statuses;
    }

    @Test
    void dropsTheConnectionBeforeAndInTheMiddleOfTheBody() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.DROPPED).on("/tags"));
        sandbox.faults().add(Fault.of(FaultKind.DROPPED_MIDWAY).on("/contacts"));
        assertThatThrownBy(() -> client.get("/tags")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.get("/contacts")).isInstanceOf(IOException.class);
        sandbox.faults().clear();
        assertThat(client.get("/tags").status()).isEqualTo(200);
    }

    @Test
    void doesWhatWasAskedForAndThenCutsTheConnectionOrAnswers504() throws Exception {
        sandbox.faults()
                .add(Fault.of(FaultKind.DROPPED).by("POST").on("/contacts").times(1));
        assertThatThrownBy(() -> client.post("/contacts", "{\"external_id\":\"f-1\"}"))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.effects().of("contact_created")).isZero();
        sandbox.faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).by("POST").on("/contacts").times(1));
        assertThatThrownBy(() -> client.post("/contacts", "{\"external_id\":\"f-1\"}"))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.effects().of("contact_created")).isEqualTo(1);
        String id = client.get("/contacts/find_by_external_id/f-1").at("/id").asText();
        sandbox.faults()
                .add(Fault.of(FaultKind.DONE_STATUS).on("/contacts/*/archive").times(1));
        assertThat(client.post("/contacts/" + id + "/archive", "").status()).isEqualTo(504);
        assertThat(sandbox.effects().byObject("contact_archived")).containsEntry(id, 1);
    }

    @Test
    void doesAtOnceWhatItAnswersLate() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.DONE_SLOW).on("/tags").withDelay(Duration.ofMillis(400)));
        CompletableFuture<Client.Answer> late = CompletableFuture.supplyAsync(this::createTag);
        while (sandbox.effects().of("tag_created") == 0) {
            Thread.onSpinWait();
        }
        assertThat(late).isNotDone();
        assertThat(late.join().status()).isEqualTo(200);
    }

    private Client.Answer createTag() {
        try {
            return client.post("/tags", "{\"name\":\"Late\"}");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void cutsJsonAndSendsEmptyBodiesWithStatus200() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.TRUNCATED).on("/contacts"));
        sandbox.faults().add(Fault.of(FaultKind.EMPTY).on("/tags"));
        Client.Answer cut = client.get("/contacts");
        assertThat(cut.status()).isEqualTo(200);
        assertThatThrownBy(() -> new ObjectMapper().readTree(cut.text())).isInstanceOf(JsonProcessingException.class);
        assertThat(client.get("/tags").text()).isEmpty();
    }

    @Test
    void endsAListEarlyAlthoughThereIsMore() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts").after(1));
        List<String> ids = client.listAll(150);
        assertThat(ids).hasSize(300);
        assertThat(client.get("/contacts").total()).isEqualTo(500);
    }

    @Test
    void leadsInACircleByTheSameCursor() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.REPEATS_CURSOR).on("/contacts"));
        Client.Answer first = client.get("/contacts?per_page=150");
        Client.Answer again = client.get("/contacts?per_page=150&starting_after=" + first.cursor());
        assertThat(again.ids()).isEqualTo(first.ids());
        assertThat(again.cursor()).isEqualTo(first.cursor());
    }

    @Test
    void deliversAPageTwiceUnderANewCursor() throws Exception {
        sandbox.faults()
                .add(Fault.of(FaultKind.DUPLICATES_PAGE)
                        .on("/contacts")
                        .after(1)
                        .times(1));
        List<String> ids = client.listAll(150);
        assertThat(ids).hasSize(650);
        assertThat(ids.subList(150, 300)).isEqualTo(ids.subList(300, 450));
        assertThat(ids.stream().distinct()).hasSize(500);
    }

    @Test
    void scrollsForEver() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.REPEATS_CURSOR).on("/companies/scroll"));
        Client.Answer page = client.get("/companies/scroll");
        for (int call = 0; call < 10; call++) {
            assertThat(page.ids()).isNotEmpty();
            page = client.get(
                    "/companies/scroll?scroll_param=" + page.at("/scroll_param").asText());
        }
    }

    @Test
    void answersManySlowCallsAtTheSameTime() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.SLOW).on("/tags").withDelay(Duration.ofMillis(300)));
        long begin = System.nanoTime();
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int call = 0; call < 48; call++) {
            calls.add(CompletableFuture.runAsync(this::tags, command -> new Thread(command).start()));
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(290), Duration.ofSeconds(6));
        assertThat(sandbox.traffic().mostAtOnce()).isGreaterThan(16);
    }

    @Test
    void answersAfterTheLatencyThatWasSet() throws Exception {
        Duration latency = Duration.ofMillis(120);
        try (IntercomSandbox distant =
                IntercomSandbox.start(SandboxSettings.defaults().withLatency(latency))) {
            long begin = System.nanoTime();
            assertThat(new Client(distant).get("/tags").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(latency);
        }
    }

    private void tags() {
        try {
            assertThat(client.get("/tags").status()).isEqualTo(200);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
