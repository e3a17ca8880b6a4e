package io.eicbridge.dialect.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Groovy says what every expression means; where it throws, ours must report a fault. */
class AgreesWithGroovyTest {
    private static final Path FILES = Path.of("src/test/resources/expressions");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void inEveryExpressionOfTheList() throws IOException {
        JsonNode record = JSON.readTree(FILES.resolve("record.json").toFile());
        List<String> differences = new ArrayList<>();
        List<String> expressions = Files.readAllLines(FILES.resolve("agree.txt"));
        List<Closure<?>> groovy = compiled(expressions, record);
        for (int i = 0; i < expressions.size(); i++) {
            String expected = outcome(groovy.get(i)::call);
            String found = ours(expressions.get(i), record);
            if (!expected.equals(found)) {
                differences.add(expressions.get(i) + "  Groovy: " + expected + "  ours: " + found);
            }
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a == b",
                "a != b",
                "a < b",
                "a > b",
                "a <= b",
                "a >= b",
                "a + b",
                "a - b",
                "a * b",
                "a / b",
                "a % b",
                "a in b",
                "a && b",
                "a || b",
                "a ?: b",
                "a ? b : !a"
            })
    void forEveryPairOfValues(String expression) throws IOException {
        JsonNode values = JSON.readTree(
                "[null,true,false,0,1,-7,49,2147483647,9007199254740993,1.0,1.50,0.0,\"\",\"1\",\"a\",\"ab\",\"A\",\"true\",[],[1],[1,\"a\"],[\"1\"],{},{\"a\":1},{\"a\":\"1\"}]");
        Closure<?> groovy = (Closure<?>) new GroovyShell().evaluate("{ a, b -> " + expression + " }");
        Expression ours = Expression.parse(expression, "test");
        List<String> differences = new ArrayList<>();
        for (JsonNode a : values) {
            for (JsonNode b : values) {
                if (expression.equals("a * b") && (a.isTextual() || a.isArray()) && b.asInt() == Integer.MAX_VALUE) {
                    continue; // Groovy would run out of memory
                }
                String expected = outcome(() -> groovy.call(plain(a), plain(b)));
                String found = outcome(() -> ours.evaluate(Bindings.of("a", a).and("b", b)));
                if (!expected.equals(found) && !(found.equals("fault") && isRefused(expression, a, b))) {
                    differences.add(a + " and " + b + "  Groovy: " + expected + "  ours: " + found);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Groovy unpacks a list into arguments where an operator has no other meaning; that we refuse, and objects minus objects. */
    private static boolean isRefused(String expression, JsonNode a, JsonNode b) {
        boolean isArithmetic = expression.matches("a [-+*/%] b");
        return isArithmetic && b.isArray() || expression.equals("a - b") && a.isObject();
    }

    /** All expressions in one script, because Groovy takes long to compile each on its own. */
    @SuppressWarnings("unchecked")
    private static List<Closure<?>> compiled(List<String> expressions, JsonNode record) {
        String script = expressions.stream()
                .map(text -> "{ -> " + text + " }")
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
        GroovyShell shell = new GroovyShell(new Binding(Map.of("response", plain(record))));
        return (List<Closure<?>>) shell.evaluate(script);
    }

    private static String ours(String expression, JsonNode record) {
        return outcome(() -> Expression.parse(expression, "test").evaluate(Bindings.of("response", record)));
    }

    private static Object plain(JsonNode json) {
        return JSON.convertValue(json, Object.class);
    }

    private static String outcome(Callable<Object> evaluation) {
        try {
            return shown(evaluation.call());
        } catch (Exception fault) {
            return "fault";
        }
    }

    /** The value with its type; an array counts as the list of its elements, an interpolated text and a character as a text. */
    private static String shown(Object value) {
        if (value instanceof Object[] array) {
            return shown(Arrays.asList(array));
        }
        if (value instanceof List<?> list) {
            return "List" + list.stream().map(AgreesWithGroovyTest::shown).toList();
        }
        if (value instanceof Map<?, ?> map) {
            List<String> entries = map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                    .toList();
            return "Map" + entries;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return "text " + value;
        }
        if (value instanceof Double || value instanceof Float) {
            return shown(new BigDecimal(value.toString()));
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
