package io.eicbridge.dialect.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plain; plain",
                "${r.a}; x",
                "a ${r.a} b ${r.n} c; a x b 7 c",
                "${r.a}${r.a}; xx",
                "${r.missing} there; null there",
                "${'}'}|; }|",
                "${'it\\'s }'}|; it's }|",
                "${\"in ${r.a} }\"}|; in x }|",
                "${'''a'}'''}|; a'}|",
                "$5 and $a and } and {; $5 and $a and } and {",
                "${ r.a }!; x!"
            })
    void putsValuesIntoText(String text, String expected) throws Exception {
        assertThat(Template.parse(text, "test").evaluate(record())).hasToString(expected);
    }

    @Test
    void keepsTheTypeOfAValueThatStandsAlone() throws Exception {
        assertThat(Template.parse("${r.n}", "test").evaluate(record())).isEqualTo(7);
        assertThat(Template.parse("${r.missing}", "test").evaluate(record())).isNull();
        assertThat(Template.parse("${r.list}", "test").evaluate(record())).isEqualTo(List.of(1, Map.of("k", "v")));
        assertThat(Template.parse("${\"${r.a}\"}", "test").evaluate(record())).isEqualTo("x");
        assertThat(Template.parse("", "test").evaluate(record())).isEqualTo("");
    }

    @Test
    void writesJsonInAsciiAsGroovyDoesAndInFullAsJacksonDoes() throws Exception {
        String made = "[a: r.list, b: 'é\"']";

        assertThat(Template.parse("${new groovy.json.JsonBuilder(" + made + ").toString()}", "test")
                        .evaluate(record()))
                .isEqualTo("{\"a\":[1,{\"k\":\"v\"}],\"b\":\"\\u00e9\\\"\"}");
        assertThat(Template.parse("${new ObjectMapper().writeValueAsString(" + made + ")}", "test")
                        .evaluate(record()))
                .isEqualTo("{\"a\":[1,{\"k\":\"v\"}],\"b\":\"é\\\"\"}");
    }

    @Test
    void knowsTheNamesOfAllItsExpressions() {
        assertThat(Template.parse("${a.b} ${c ?: d[e]} f", "test").names()).containsExactly("a", "c", "d", "e");
    }

    @Test
    void tellsPlacesWithinTheWholeText() {
        assertThatThrownBy(() -> Template.parse("one ${1}\n  two ${a.execute()}", "file /p"))
                .hasMessageStartingWith("file /p line 2, column 11: the method execute is not allowed");
        assertThatThrownBy(() -> Template.parse("one ${1}\ntwo ${a\n  +~ b}", "file /p"))
                .hasMessageStartingWith("file /p line 3, column 4: \"~\" is not allowed");
        assertThatThrownBy(() -> Template.parse("one ${ 'never closed }", "file /p"))
                .hasMessage("file /p line 1, column 5: ${ is never closed. Add the missing } or quote");
        assertThatThrownBy(() -> Template.parse("${}", "file /p"))
                .hasMessage("file /p line 1, column 3: holds no expression");
    }

    @Test
    void evaluatesInManyThreadsAtOnce() throws Exception {
        Template template = Template.parse("${r.a.replaceAll('x', 'y')} ${r.n + 1}", "test");
        Bindings record = record();

        List<String> results = java.util.stream.IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> String.valueOf(template.evaluate(record)))
                .distinct()
                .toList();

        assertThat(results).containsExactly("y 8");
    }

    private static Bindings record() throws Exception {
        JsonNode record = JSON.readTree("{\"a\":\"x\",\"n\":7,\"list\":[1,{\"k\":\"v\"}]}");
        return Bindings.of("r", record);
    }
}
