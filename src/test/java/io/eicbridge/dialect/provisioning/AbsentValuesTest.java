package io.eicbridge.dialect.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.failure.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent where a request has no value: nothing, or the request is rejected by name. */
class AbsentValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BINDINGS =
            "{\"user\": {\"email\": \"ada@example.com\", \"phone\": \"\", \"manager\": null, \"tags\": [\"a\"]}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.name",
                "user.manager",
                "user.'last name'",
                "user.address.city",
                "user.tags[3]",
                "account.accountID",
                "password"
            })
    void aPlainPathWithoutAValueRejectsTheRequestByName(String path) {
        assertThatThrownBy(() -> body("{\"x\": \"${" + path + "}\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("UpdateAccountJSON /call/0/httpParams/x: needs " + path
                        + ", of which the request has no value. Supply it, or let the parameter say");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user?.name",
                "user.name ?: null",
                "account?.accountID",
                "user.phone ? 'x' : null",
                "requestAccessAttributes?.phone"
            })
    void anExpressionThatAllowsForAbsenceLeavesItsMemberOut(String expression) throws IOException {
        assertThat(body("{\"x\": \"${" + expression + "}\", \"list\": [\"${" + expression + "}\", 1]}"))
                .isEqualTo(JSON.readTree("{\"list\": [1]}"));
        assertThat(body("\"{\\\"x\\\": \\\"${" + expression + "}\\\", \\\"y\\\": ${" + expression + "}}\""))
                .isEqualTo(JSON.readTree("{}"));
    }

    @Test
    void anEmptyTextAndANullOfTheFileAreSent() throws IOException {
        assertThat(body("{\"phone\": \"${user.phone}\", \"owner\": null}"))
                .isEqualTo(JSON.readTree("{\"phone\": \"\", \"owner\": null}"));
    }

    @Test
    void insideATextSomethingMustStandThere() {
        assertThatThrownBy(() -> body("{\"x\": \"Dear ${user?.name}\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessage("UpdateAccountJSON /call/0/httpParams/x: ${user?.name} has no value."
                        + " Write what stands there instead, for instance with ?:");
        assertThatThrownBy(() -> body("{\"x\": \"All of ${user.tags}\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("a list or an object is to be put into a text");
    }

    @Test
    void whatFailsOtherwiseIsToldWithoutTheValue() {
        assertThatThrownBy(() -> body("{\"x\": \"${user.email.substring(99)}\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("UpdateAccountJSON /call/0/httpParams/x: ${user.email.substring(99)} ")
                .message()
                .doesNotContain("ada@");
    }

    private JsonNode body(String params) throws IOException {
        Files.writeString(
                folder.resolve("UpdateAccountJSON.json"),
                "{\"call\": [{\"name\": \"c\", \"url\": \"https://x.example/y\", \"httpMethod\": \"PUT\", \"httpParams\": "
                        + params + "}]}");
        return ConnectionParameters.read(folder)
                .parameter("UpdateAccountJSON")
                .calls()
                .get(0)
                .render(Bindings.members(JSON.readTree(BINDINGS)))
                .body();
    }
}
