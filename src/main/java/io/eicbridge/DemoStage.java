package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.cli.Commands;
import io.eicbridge.cli.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Where the demo is played: types the commands of a user, makes the calls of EIC, and notes what does not go as it should. */
final class DemoStage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> ENDS = Map.of(
            0, "exit code 0, done",
            1, "exit code 1, failed or incomplete",
            3, "exit code 3, held by a threshold");
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private final HttpClient http = HttpClient.newHttpClient();
    private final BridgeSettings bridge;
    private final Program program;
    private final PrintStream out;
    private int step;
    private int wrong;

    /** Plays against the bridge with these settings. */
    DemoStage(BridgeSettings bridge, Program program, PrintStream out) {
        this.bridge = bridge;
        this.program = program;
        this.out = out;
    }

    /** Begins the next step: what happens in it, and why it is worth seeing. */
    void step(String what, String... why) {
        step++;
        say("", "== " + step + ". " + what);
        for (String line : why) {
            say("   " + line);
        }
    }

    void say(String... lines) {
        for (String line : lines) {
            out.println(line);
        }
    }

    /** Types a command, which should end with that exit code. */
    void command(int code, String... words) {
        say("", "$ eic-bridge " + String.join(" ", words));
        PrintWriter writer = new PrintWriter(out, true);
        int found = Commands.line(program).setOut(writer).execute(words);
        writer.flush();
        judge(found == code, end(code), end(found));
    }

    private static String end(int code) {
        return ENDS.getOrDefault(code, "exit code " + code);
    }

    /**
     * Makes a call and shows its answer, in which {@code expected}, in words {@code what}, should hold; what only follows from a step is
     * asked for until it does, for some seconds.
     */
    void ask(String method, String path, String what, Predicate<JsonNode> expected) {
        say("", "> " + method + " " + path);
        until(() -> expected.test(call(method, path)));
        told(call(method, path), what, expected);
    }

    /** Makes a call with a body, once, and shows both; the answer. */
    JsonNode ask(String method, String path, String body, String what, Predicate<JsonNode> expected) {
        say("", "> " + method + " " + path, "  " + body);
        JsonNode answer = call(method, path, body);
        told(answer, what, expected);
        return answer;
    }

    private void told(JsonNode answer, String what, Predicate<JsonNode> expected) {
        say(shown(answer));
        judge(expected.test(answer), what, "another answer");
    }

    /** Waits until something is so, at most for some seconds. */
    void until(BooleanSupplier so) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** One line for each field and for each row. */
    private static String shown(JsonNode answer) {
        StringJoiner lines = new StringJoiner("," + System.lineSeparator() + "  ", "{ ", " }");
        answer.properties().forEach(field -> lines.add("\"" + field.getKey() + "\": " + value(field.getValue())));
        return lines.toString();
    }

    private static String value(JsonNode value) {
        if (!value.isArray()) {
            return value.toString();
        }
        String indented = System.lineSeparator() + "    ";
        StringJoiner rows = new StringJoiner("," + indented, "[" + indented, " ]");
        value.forEach(row -> rows.add(row.toString()));
        return rows.toString();
    }

    private void judge(boolean well, String expected, String found) {
        if (well) {
            say("   as it should be: " + expected);
        } else {
            wrong++;
            say("   NOT as it should be: " + expected + " was expected, this is " + found);
        }
    }

    /** How many outcomes were not the expected ones. */
    int wrong() {
        return wrong;
    }

    /** The answer to a call of EIC. */
    JsonNode call(String method, String path) {
        return call(method, path, "");
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bridge.localUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + bridge.apiToken())
                .header("Content-Type", "application/json")
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("the demo's own bridge does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
