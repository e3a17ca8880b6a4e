package io.eicbridge.dialect.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What no expression may do: reach Java, run anything, change a binding, or keep the bridge busy. */
class RefusesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyKnownAttackWhenItIsReadOrEvaluated() throws IOException {
        ObjectNode user = JSON.createObjectNode().put("email", "a@example.com");
        String before = user.toString();
        List<String> ran = new ArrayList<>();
        for (String attack : Files.readAllLines(Path.of("src/test/resources/expressions/attacks.txt"))) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(2), () -> run(attack, user).ifPresent(ran::add), attack);
        }
        assertThat(ran).isEmpty();
        assertThat(user).hasToString(before);
    }

    /** What the attack gave, where it was not refused. */
    private static Optional<String> run(String attack, ObjectNode user) {
        try {
            Object value = Expression.parse(attack, "test").evaluate(Bindings.of("user", user));
            return Optional.of(attack + " gave " + value);
        } catch (ExpressionFault expected) {
            assertThat(expected.line()).as(attack).isPositive();
            return Optional.empty();
        }
    }

    @Test
    void tellsTheOriginThePlaceAndTheRefusedThing() {
        ExpressionFault fault = catchThrowableOfType(
                ExpressionFault.class, () -> Expression.parse("user.name +\n  user.name.execute()", "file.json /a/b"));

        assertThat(fault)
                .hasMessageStartingWith(
                        "file.json /a/b line 2, column 13: the method execute is not allowed. Allowed: ");
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(13);
    }

    @Test
    void neverTellsAValue() {
        ObjectNode user = JSON.createObjectNode().put("email", "secret@example.com");
        Expression expression = Expression.parse("user.email.substring(1000) + user.email.x", "test");

        assertThatThrownBy(() -> expression.evaluate(Bindings.of("user", user)))
                .isInstanceOf(ExpressionFault.class)
                .hasMessageContaining("beyond the end")
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesThatAreNotBound() {
        Expression expression = Expression.parse("usr.email", "test");

        assertThat(expression.names()).containsExactly("usr");
        assertThatThrownBy(() -> expression.evaluate(Bindings.of("user", JSON.createObjectNode())))
                .hasMessage("test line 1, column 1: nothing is bound to \"usr\" here. Known: user");
    }

    @Test
    void patternsThatNeverEnd() {
        ObjectNode user = JSON.createObjectNode().put("text", "a".repeat(5_000) + "!");
        for (String pattern : List.of("(a+)+$", "(a|aa)+$", "(.*a){20}$", "(a|b|c)*d")) {
            Expression expression = Expression.parse("user.text.replaceAll('" + pattern + "', '')", "test");
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                            () -> expression.evaluate(Bindings.of("user", user)))
                    .isInstanceOf(ExpressionFault.class));
        }
    }

    @Test
    void textsThatGrowWithoutEnd() {
        ObjectNode user = JSON.createObjectNode().put("text", "a".repeat(10_000));
        String tenfold = ".replace('a', 'aaaaaaaaaa')";
        for (String growth : List.of(
                tenfold.repeat(4),
                ".replaceAll('.*', '$0$0$0$0$0$0$0$0$0$0')".repeat(4),
                ".replace('', 'aaaaaaaaaaaaaaaaaaaaaaaa')".repeat(3))) {
            Expression expression = Expression.parse("user.text" + growth, "test");
            assertThatThrownBy(() -> expression.evaluate(Bindings.of("user", user)))
                    .isInstanceOf(ExpressionFault.class);
        }
    }

    @Test
    void textsThatWouldKeepTheParserBusy() {
        List<String> texts = List.of(
                "(".repeat(5_000),
                "[".repeat(100) + "]".repeat(100),
                "!".repeat(20_000) + "a",
                "a" + "?.b".repeat(2_000),
                "a ? ".repeat(300) + "1",
                "-".repeat(599) + "a",
                "${".repeat(4_000),
                "\"${\"${".repeat(40),
                "{".repeat(5_000),
                "'a' + ".repeat(400) + "'a'");
        for (String text : texts) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> assertThatThrownBy(() -> Template.parse("${" + text + "}", "test"))
                            .as(text.substring(0, 20))
                            .isInstanceOf(ExpressionFault.class));
        }
    }

    @Test
    void numbersThatWouldFillTheMemory() {
        assertThatThrownBy(() -> Expression.parse("1e999999999 + 1", "test")).hasMessageContaining("500 digits");
        assertThatThrownBy(() -> Expression.parse("9".repeat(400) + "G", "test"))
                .hasMessageContaining("1000 bits");
        Expression fromData = Expression.parse("user.n + 1", "test");
        ObjectNode user = JSON.createObjectNode().put("n", new java.math.BigDecimal("1e999999"));
        assertThatThrownBy(() -> fromData.evaluate(Bindings.of("user", user))).hasMessageContaining("500 digits");
    }
}
