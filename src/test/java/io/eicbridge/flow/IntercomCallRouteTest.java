package io.eicbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Answers;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import io.eicbridge.intercom.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntercomCallRouteTest {
    private static final int TRIES = 4;
    private static final int TLS_HANDSHAKE = 22;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Told told = new Told();
    private final AtomicLong skipped = new AtomicLong();
    private CallsByRoute calls;
    private HttpStub stub;

    /** Writes down what the routes' beans tell. */
    private static final class Told implements CallListener {
        private final List<String> outcomes = new CopyOnWriteArrayList<>();

        @Override
        public void answered(Call call, int status, Duration took) {
            outcomes.add(Integer.toString(status));
        }

        @Override
        public void refused(Call call) {
            outcomes.add("refused");
        }

        @Override
        public void lost(Call call) {
            outcomes.add("lost");
        }

        @Override
        public void waited(Lane lane, Duration time) {}
    }

    /** These calls belong to no provisioning request, and of others nothing is written. */
    public static final class NothingAudited {
        public Call marked(Object request, Call call) {
            return call;
        }

        public void sending(Call call) {
            assertThat(call.request()).isZero();
        }
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        stub = new HttpStub();
        for (String file : List.of("error-handling.camel.yaml", "intercom-call.camel.yaml")) {
            Files.copy(Path.of("routes", file), folder.resolve(file));
        }
        Pace pace = new Pace(0.2, told, () -> System.nanoTime() + skipped.get(), (turn, nanos) -> skip(nanos));
        camel.getRegistry().bind("intercomPace", pace);
        camel.getRegistry().bind("intercomAnswers", new Answers(URI.create(stub.url()), pace, told));
        camel.getRegistry().bind("callAudit", new NothingAudited());
        camel.getRegistry().bind("noHiddenRetries", new NoHiddenRetries(outbound()));
        settings(stub.url()).forEach(camel.getPropertiesComponent()::addInitialProperty);
        calls = new CallsByRoute(camel);
        new RouteFolder(folder).load(camel, RouteSelection.ALL);
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        stub.close();
    }

    @Test
    void answersTheJsonOfOneRequestWithAllItsHeaders() {
        stub.answers(200, "{\"type\":\"admin\"}");

        Answer answer = calls.send(Call.get("/me?a=1%2B2&cursor=WzE%3D"));

        assertThat(answer.body().path("type").asText()).isEqualTo("admin");
        assertThat(answer.date()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        HttpStub.Request request = stub.requests().get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri()).isEqualTo("/me?a=1%2B2&cursor=WzE%3D");
        assertThat(request.body()).isEmpty();
        assertThat(Map.of(
                        "Authorization", "Bearer letters-and-numbers",
                        "Intercom-Version", "2.16",
                        "Accept", "application/json",
                        "User-Agent", "eic-bridge"))
                .allSatisfy(
                        (name, value) -> assertThat(request.headers().get(name)).containsExactly(value));
        assertThat(request.headers().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("camel"));
    }

    @Test
    void sendsTheBodyAsJsonText() throws Exception {
        stub.answers(200, "{}");

        calls.send(Call.search("/contacts/search", JSON.readTree("{\"query\":{\"value\":\"ä ${body} {{x}}\"}}")));

        HttpStub.Request request = stub.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().getFirst("Content-Type")).startsWith("application/json");
        assertThat(request.body()).isEqualTo("{\"query\":{\"value\":\"ä ${body} {{x}}\"}}");
    }

    @Test
    void waitsAndTriesAgainWhenTheRateIsUsedUp() {
        stub.then(exchange -> {
                    exchange.getResponseHeaders()
                            .set(
                                    "X-RateLimit-Reset",
                                    Long.toString(Instant.now().getEpochSecond() + 5));
                    HttpStub.send(exchange, 429, new byte[0]);
                })
                .answers(200, "{}");

        assertThat(calls.send(Call.get("/me")).status()).isEqualTo(200);
        assertThat(told.outcomes).containsExactly("refused", "200");
        assertThat(Duration.ofNanos(skipped.get())).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void triesAgainAfterServerErrorsAndThenGivesUpWithTheirReason() {
        stub.answers(500, "{}").answers(502, "").answers(503, "{\"request_id\":\"r1\"}");

        assertThatThrownBy(() -> calls.send(Call.get("/me").forRun("7", "teammates")))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("503")
                .hasMessageContaining("run=7");
        assertThat(stub.requests()).hasSize(TRIES);
    }

    @Test
    void goesOnAfterABrokenConnectionAnEmptyAnswerAndACutOne() {
        stub.resets().answers(200, "").cutsTheBody().answers(200, "{\"id\":\"1\"}");

        assertThat(calls.send(Call.get("/me")).body().path("id").asText()).isEqualTo("1");
        assertThat(stub.requests()).hasSize(TRIES);
        assertThat(told.outcomes).containsExactly("lost", "200", "lost", "200");
    }

    @Test
    void doesNotRepeatACallWhoseRepetitionHasAnEffect() {
        stub.resets();

        assertThatThrownBy(() -> calls.send(
                        Call.search("/tickets", JSON.createObjectNode()).onlyOnce()))
                .isInstanceOfSatisfying(Transient.class, failure -> assertThat(failure.isSafeToRepeat())
                        .isFalse());
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void speaksTlsWhereTheAddressSaysSo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Integer> firstByte = CompletableFuture.supplyAsync(() -> firstByte(server));

            camel.createProducerTemplate()
                    .request("http:any?httpClientConfigurer=#noHiddenRetries", sent -> sent.getMessage()
                            .setHeader("CamelHttpUri", "https://127.0.0.1:" + server.getLocalPort()));

            assertThat(firstByte.get(10, TimeUnit.SECONDS)).isEqualTo(TLS_HANDSHAKE);
        }
    }

    @Test
    void doesNotRepeatARefusal() {
        stub.answers(404, "{\"errors\":[{\"code\":\"not_found\"}]}");

        assertThatThrownBy(() -> calls.send(Call.get("/contacts/1"))).isInstanceOf(Rejected.class);
        assertThat(calls.send(Call.get("/contacts/1").accepting(404)).status()).isEqualTo(404);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void tellsAWrongTokenAsASetting() {
        stub.answers(401, "{\"errors\":[{\"code\":\"unauthorized\"}]}");

        assertThatThrownBy(() -> calls.send(Call.get("/me")))
                .isInstanceOf(Configuration.class)
                .hasMessageNotContaining("letters-and-numbers");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void carriesNoHeaderFromOneCallToTheNextNorToItsCaller() {
        stub.then(exchange -> {
                    exchange.getResponseHeaders().set("X-Left-Over", "1");
                    HttpStub.send(exchange, 200, "{}".getBytes());
                })
                .answers(404, "{}");

        Exchange first = exchange(Call.search("/contacts/search", JSON.createObjectNode()), Map.of("X-Mine", "1"));
        assertThat(leftOver(first)).isEmpty();
        Exchange second = exchange(Call.get("/me"), Map.of("CamelHttpQuery", "a=1"));
        assertThat(second.getException()).isInstanceOf(Rejected.class);
        assertThat(leftOver(second)).isEmpty();

        assertThat(stub.requests().get(0).headers()).doesNotContainKey("X-mine");
        assertThat(stub.requests().get(1).method()).isEqualTo("GET");
        assertThat(stub.requests().get(1).uri()).isEqualTo("/me");
        assertThat(stub.requests().get(1).headers()).doesNotContainKey("X-left-over");
    }

    @Test
    void hasAllItsTriesThoughTheCallBeforeNeededThemAll() {
        stub.answers(500, "").answers(500, "").answers(500, "").answers(200, "{}");

        Exchange exchange =
                exchange(Call.get("/me"), Map.of("CamelRedelivered", true, "CamelRedeliveryCounter", TRIES - 1));

        assertThat(exchange.getException()).isNull();
        assertThat(stub.requests()).hasSize(TRIES);
    }

    @Test
    void keepsThirtyTwoCallsUnderWayAtATimeAndTheirAnswersApart() throws Exception {
        CyclicBarrier together = new CyclicBarrier(32);
        stub.then(IntercomCallRouteTest::tellTheRate).then(exchange -> {
            await(together);
            String uri = exchange.getRequestURI().toString();
            HttpStub.send(exchange, 200, ("{\"uri\":\"" + uri + "\"}").getBytes());
        });
        calls.send(Call.get("/me"));
        ExecutorService callers = Executors.newFixedThreadPool(32);
        try {
            List<Future<Answer>> answers = IntStream.range(0, 32)
                    .mapToObj(number -> callers.submit(() -> calls.send(Call.get("/contacts/" + number))))
                    .toList();
            for (int number = 0; number < 32; number++) {
                Answer answer = answers.get(number).get(30, TimeUnit.SECONDS);
                assertThat(answer.body().path("uri").asText()).isEqualTo("/contacts/" + number);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Camel's own count of tries stays by intention. */
    private static Set<String> leftOver(Exchange exchange) {
        return exchange.getMessage().getHeaders().keySet().stream()
                .filter(name -> !name.startsWith("CamelRedeliver"))
                .collect(Collectors.toSet());
    }

    private Exchange exchange(Call call, Map<String, Object> headers) {
        return camel.createProducerTemplate().request("direct:intercom-call", sent -> {
            sent.getMessage().setHeaders(new HashMap<>(headers));
            sent.getMessage().setBody(call);
        });
    }

    private static int firstByte(ServerSocket server) {
        try (Socket client = server.accept()) {
            return client.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skip(long nanos) {
        skipped.addAndGet(nanos);
    }

    private static void tellTheRate(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-RateLimit-Limit", "10000");
        exchange.getResponseHeaders().set("X-RateLimit-Remaining", "9999");
        exchange.getResponseHeaders()
                .set("X-RateLimit-Reset", Long.toString(Instant.now().getEpochSecond() + 9));
        HttpStub.send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    private static OutboundHttp outbound() {
        return new OutboundHttp(Duration.ofSeconds(2), Duration.ofSeconds(5), 40, "", 0);
    }

    private static Map<String, String> settings(String url) {
        return Map.of(
                "intercom.url", url,
                "intercom.access-token", "letters-and-numbers",
                "intercom.api-version", "2.16",
                "intercom.redeliveries", Integer.toString(TRIES - 1),
                "intercom.redelivery-delay", "1",
                "intercom.redelivery-delay-limit", "5");
    }
}
