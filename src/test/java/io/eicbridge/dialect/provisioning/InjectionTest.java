package io.eicbridge.dialect.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.failure.Rejected;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that try to be more than values, in every place where one can be put. */
class InjectionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLS = """
            {"call": [
              {"name": "object", "url": "${connection.url}/c/${user.id}/x?q=${user.name}&r=1", "httpMethod": "POST",
               "httpParams": {"name": "${user.name}", "both": "<${user.name}>", "list": ["${user.name}"], "last": 1}},
              {"name": "text", "url": "${connection.url}/c", "httpMethod": "POST",
               "httpParams": "{\\"name\\": \\"${user.name}\\", \\"both\\": \\"<${user.name}>\\", \\"list\\": [\\"${user.name}\\"], \\"last\\": 1}"},
              {"name": "form", "url": "${connection.url}/c", "httpMethod": "POST", "httpParams": {"name": "${user.name}", "last": 1},
               "httpContentType": "application/x-www-form-urlencoded"},
              {"name": "formText", "url": "${connection.url}/c", "httpMethod": "POST", "httpParams": "name=${user.name}&last=1",
               "httpContentType": "application/x-www-form-urlencoded"},
              {"name": "header", "url": "${connection.url}/c", "httpMethod": "GET", "httpHeaders": {"X-Name": "n ${user.name}"}},
              {"name": "whole", "url": "${user.name}", "httpMethod": "GET"},
              {"name": "host", "url": "https://${user.name}.intercom.io/c", "httpMethod": "GET"}
            ]}
            """;

    @TempDir
    Path folder;

    private ConnectionParameter parameter;

    @BeforeEach
    void readParameter() throws IOException {
        Files.writeString(folder.resolve("EnableAccountJSON.json"), CALLS);
        parameter = ConnectionParameters.read(folder, Map.of("url", "https://api.intercom.io"))
                .parameter("EnableAccountJSON");
    }

    static List<String> values() {
        return List.of(
                "O\"Hara",
                "back\\slash\\",
                "two\nlines\r\n\tand a tab",
                "\u0000\u0001\u001f",
                "😀 émoji 漢字 \u2028\u2029",
                "${user.id} $user.id ${",
                "\", \"admin\": true, \"x\": \"",
                "\\\", \\\"admin\\\": true",
                "}]}, {\"name\"",
                "a&last=2&name=b;c",
                "%00%2e%2e%0d%0aX: y",
                "'); DROP TABLE contacts; --",
                "<script>&amp;</script>",
                "\uE000" + "0\uE002 \uE001" + "0\uE002",
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("values")
    void arriveIntactInJson(String value) throws IOException {
        for (String call : List.of("object", "text")) {
            JsonNode sent = JSON.readTree(render(call, "1", value).body().toString());

            ObjectNode expected = JSON.createObjectNode().put("name", value).put("both", "<" + value + ">");
            expected.putArray("list").add(value);
            assertThat(sent).isEqualTo(expected.put("last", 1));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void arriveIntactInPathsAndQueries(String value) {
        String path = render("object", value, value).pathUnder(List.of("https://api.intercom.io"));

        URI url = URI.create(path);
        String[] steps = url.getRawPath().split("/", -1);
        String[] query = url.getRawQuery().split("&", -1);
        assertThat(steps).hasSize(4).startsWith("", "c").endsWith("x");
        assertThat(decoded(steps[2])).isEqualTo(value);
        assertThat(query).hasSize(2).endsWith("r=1");
        assertThat(decoded(query[0])).isEqualTo("q=" + value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void arriveIntactInForms(String value) {
        for (String call : List.of("form", "formText")) {
            String[] sent = render(call, "1", value).body().textValue().split("&", -1);

            assertThat(sent).hasSize(2).endsWith("last=1");
            assertThat(decoded(sent[0])).isEqualTo("name=" + value);
        }
    }

    @Test
    void headersTakeOnlyWhatCannotEndThem() {
        assertThat(render("header", "1", "O\"Hara; a=b").headers()).containsEntry("X-Name", "n O\"Hara; a=b");
        for (String value : List.of("a\r\nX-Admin: 1", "a\nb", "a\rb", "a\u0000", "é", "😀")) {
            assertThatThrownBy(() -> render("header", "1", value))
                    .isInstanceOf(Rejected.class)
                    .hasMessage(
                            "EnableAccountJSON /call/4/httpHeaders/X-Name: a value has a line break or a character that a header cannot hold");
        }
    }

    @Test
    void aPartOfAPathIsNeverEmptyNorLeadsUpwards() {
        for (String value : List.of("", ".", "..")) {
            assertThatThrownBy(() -> render("object", value, "n"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining(
                            "/call/0/url: ${user.id} has a value that cannot stand as a part of a path, because it is empty or . or ..");
        }
    }

    @Test
    void halfACharacterIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> render("object", "1", "half \uD83D"))
                .isInstanceOf(Rejected.class)
                .hasMessage(
                        "EnableAccountJSON /call/0/httpParams/name: a value holds half of a character, which cannot be sent");
        assertThatThrownBy(() -> render("form", "1", "half \uD83D")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> render("object", "\uDE00", "n")).isInstanceOf(Rejected.class);
    }

    @Test
    void noValueSendsTheTokenToAnotherHost() {
        for (String url : List.of(
                "https://evil.example/c",
                "http://api.intercom.io/c",
                "https://api.intercom.io:444/c",
                "https://api.intercom.io@evil.example/c",
                "https://user@api.intercom.io/c",
                "https://api.intercom.io.evil.example/c",
                "https://evil.example/?https://api.intercom.io/c",
                "https://api.intercom.io/c/../admins",
                "https://api.intercom.io/c/%2e%2E/admins",
                "//api.intercom.io/c",
                "file:///etc/passwd",
                "mailto:x",
                "not a url",
                "https://[")) {
            assertThatThrownBy(() -> render("whole", "1", url).pathUnder(List.of("https://api.intercom.io")))
                    .as(url)
                    .isInstanceOf(Rejected.class)
                    .message()
                    .doesNotContain("evil");
        }
        for (String host : List.of("evil.example/", "evil.example?", "a@evil.example#", "a\nb", "")) {
            assertThatThrownBy(() -> render("host", "1", host).pathUnder(List.of("https://api.intercom.io")))
                    .as(host)
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void aWholeUrlMayComeFromAnAnswerOfTheSameHost() {
        assertThat(render("whole", "1", "https://API.intercom.io:443/contacts?page=2")
                        .pathUnder(List.of("https://api.eu.intercom.io", "https://api.intercom.io")))
                .isEqualTo("/contacts?page=2");
    }

    @Test
    void nothingPersonalStandsInTheDescriptionOfACall() {
        assertThat(render("object", "id-of-somebody", "somebody")).hasToString("RenderedCall[object POST]");
    }

    private RenderedCall render(String call, String id, String name) {
        JsonNode user = JSON.createObjectNode().put("id", id).put("name", name);
        return parameter.calls(call).get(0).render(Bindings.of("user", user));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
