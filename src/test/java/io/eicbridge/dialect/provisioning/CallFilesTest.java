package io.eicbridge.dialect.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.failure.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request in provisioning/calls and the calls that its parameter makes of it, answer by answer. */
class CallFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/provisioning/calls");
    private static final String REQUEST = ".request.json";
    private static final Map<String, String> ADDRESSES =
            Map.of("url", "https://api.intercom.io", "scimUrl", "https://scim.example/v2");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> requests() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(REQUEST))
                    .map(FOLDER::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void becomesTheExpectedCalls(Path file) throws IOException {
        JsonNode request = JSON.readTree(FOLDER.resolve(file).toFile());
        Path expected = FOLDER.resolve(file.toString().replace(REQUEST, ".expected.json"));

        JsonNode made = made(request);

        assertThat(made.toPrettyString())
                .isEqualTo(JSON.readTree(expected.toFile()).toPrettyString());
    }

    private static ObjectNode made(JsonNode request) {
        ObjectNode made = JSON.createObjectNode();
        ArrayNode calls = made.putArray("calls");
        ConnectionParameter parameter = ConnectionParameters.read(
                        Path.of(request.path("folder").asText()), ADDRESSES)
                .parameter(request.path("parameter").asText());
        try {
            String type = request.path("type").textValue();
            ParameterRun run = parameter.run(type, Bindings.members(request.path("bindings")));
            follow(run, request.path("answers").iterator(), calls);
            parameter.accountId(run.responses().json()).ifPresent(id -> made.put("accountId", id));
            Map<String, String> properties =
                    parameter.properties(run.responses().json());
            if (!properties.isEmpty()) {
                made.set("properties", JSON.valueToTree(properties));
            }
        } catch (Rejected rejected) {
            made.put("rejected", rejected.getMessage());
        }
        return made;
    }

    private static void follow(ParameterRun run, Iterator<JsonNode> answers, ArrayNode calls) {
        for (Optional<RenderedCall> call = run.next(); call.isPresent(); call = run.next()) {
            ObjectNode shown = calls.addObject();
            shown.put("call", call.get().method() + " " + call.get().url());
            shown.set("headers", JSON.valueToTree(call.get().headers()));
            shown.set("body", call.get().body());
            if (answers.hasNext()) {
                JsonNode answer = answers.next();
                Judgement judgement = run.answered(answer.path("status").asInt(), Map.of(), answer.get("body"));
                shown.put("judged", judgement.success() ? "success" : judgement.reason());
            }
        }
    }
}
