package io.eicbridge.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server with the face of a running bridge; the last answer to a request is repeated. */
final class BridgeOverHttp implements AutoCloseable {
    static final String TOKEN = "a-token";
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body) {}

    BridgeOverHttp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        on("GET /imports", 200, "{\"runs\":[]}");
    }

    BridgeOverHttp on(String request, int status, String body) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> requests() {
        return Collections.unmodifiableList(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().replaceFirst("^/commands/v1", "");
        requests.add((request + " " + body).strip());
        Answer answer =
                admitted(exchange) ? next(request) : new Answer(401, "{\"errorCode\":\"1\",\"message\":\"no\"}");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean admitted(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private synchronized Answer next(String request) {
        Deque<Answer> left = answers.getOrDefault(request, new ArrayDeque<>());
        Answer unknown = new Answer(404, "{\"errorCode\":\"1\",\"message\":\"There is nothing at " + request + ".\"}");
        return left.size() > 1 ? left.remove() : left.isEmpty() ? unknown : left.peek();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
