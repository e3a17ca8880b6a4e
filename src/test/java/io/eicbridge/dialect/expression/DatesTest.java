package io.eicbridge.dialect.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as Groovy's {@code Date} with its extension methods gives them on a machine in UTC. */
class DatesTest {
    private static final Bindings AT = Bindings.of("x", NullNode.getInstance())
            .at(Clock.fixed(Instant.parse("2024-02-28T23:05:06.789Z"), ZoneOffset.ofHours(9)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Date().format('yyyy-MM-dd')| 2024-02-28",
                "new java.util.Date().format(\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\")| 2024-02-28T23:05:06.789Z",
                "new Date().format('yyyy', TimeZone.getTimeZone('UTC'))| 2024",
                "new Date().format('dd MMM yyyy, EEE h a')| 28 Feb 2024, Wed 11 PM",
                "Calendar.getInstance().getTime().format('dd/MM/yy')| 28/02/24",
                "Calendar.getInstance().time.format('MM')| 02",
                "java.util.Calendar.getInstance().getTime().format('HH')| 23",
                "(new Date() + 1).format('yyyy-MM-dd')| 2024-02-29",
                "(new Date() + 2).format('yyyy-MM-dd')| 2024-03-01",
                "(new Date() - 28).format('yyyy-MM-dd')| 2024-01-31",
                "new Date().plus(366).format('yyyy-MM-dd')| 2025-02-28",
                "def d = new Date(); d += 1; d.format('dd')| 29",
                "Date.parse('dd/MM/yyyy', '01/03/2024').format('yyyy-MM-dd')| 2024-03-01",
                "Date.parse('yyyy-MM-dd', '2024-03-01').after(new Date())| true",
                "Date.parse('yyyy-MM-dd', '2024-01-01') < new Date()| true",
                "Date.parse('yyyy-MM-dd', '2024-01-01') == Date.parse('yyyy', '2024')| true",
                "new java.text.SimpleDateFormat('yyyyMMdd').format(new Date())| 20240228",
                "def f = new java.text.SimpleDateFormat('yyyy-MM-dd'); f.format(f.parse('2024-1-2'))| 2024-01-02",
                "new Date().getTime()| 1709161506789",
                "new Date().time| 1709161506789",
                "new Date(0L).format('yyyy')| 1970",
                "\"${new Date()}\"| Wed Feb 28 23:05:06 UTC 2024",
                "new Date()| Wed Feb 28 23:05:06 UTC 2024"
            })
    void areReadFromTheGivenClockAndWrittenInUtc(String expression, String expected) {
        assertThat(Expression.parse(expression, "test").evaluate(AT)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date.parse('yyyy', 'x')",
                "new Date().format('yyyy', TimeZone.getTimeZone('CET'))",
                "new Date().format('b')",
                "new Date() + 1.5",
                "new Date() + 1000001",
                "new Date() > 1",
                "new Date('x')"
            })
    void areRefusedWhereTheyCannotBeMade(String expression) {
        Expression parsed = Expression.parse("x ?: " + expression, "test");
        assertThatThrownBy(() -> parsed.evaluate(AT)).isInstanceOf(ExpressionFault.class);
    }

    @Test
    void becomeTextsInJson() {
        assertThat(Expression.parse("[d: new Date()] as JSON", "test").evaluate(AT))
                .isEqualTo("{\"d\":\"Wed Feb 28 23:05:06 UTC 2024\"}");
    }
}
