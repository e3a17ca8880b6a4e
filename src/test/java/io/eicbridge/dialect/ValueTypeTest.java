package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"2026-11-24T08:00:00Z\"; 2026-11-24 08:00:00",
                "\"2026-11-24T08:00:00+01:00\"; 2026-11-24 07:00:00",
                "\"2026-11-24T08:00:00+0100\"; 2026-11-24 07:00:00",
                "\"2026-11-24T08:00:00.123456Z\"; 2026-11-24 08:00:00",
                "\"2026-11-24 08:00:00\"; 2026-11-24 08:00:00",
                "\"2026-11-24T08:00\"; 2026-11-24 08:00:00",
                "\" 2026-11-24 \"; 2026-11-24 00:00:00",
                "\"24/11/2026 09.30\"; 2026-11-24 09:30:00"
            })
    void datesAreReadInIsoAndInTheFilesOwnFormat(String json, String expected) throws Exception {
        assertThat(ValueType.DATE.text(JSON.readTree(json), new EicDates("dd/MM/yyyy HH.mm")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"2026-13-01\"", "17", "true", "[]", "{}"})
    void whatIsNoDateIsRefused(String json) {
        assertThatThrownBy(() -> ValueType.DATE.text(JSON.readTree(json), new EicDates(null)))
                .isInstanceOf(Unmappable.class)
                .hasMessageStartingWith("date needs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"soon\"",
                "true",
                "[1]",
                "{}",
                "1e300",
                "\"1e999999999\"",
                "\"1e-999999999\"",
                "\"\"",
                "253402300800"
            })
    void whatIsNoSecondIsRefused(String json) {
        assertThatThrownBy(() -> ValueType.EPOCHDATE.text(JSON.readTree(json), new EicDates(null)))
                .isInstanceOf(Unmappable.class)
                .hasMessageStartingWith("epochdate needs");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "'\"TRUE\"',true", "1,true", "0,false", "'\"0\"',false"})
    void truthIsWrittenAsEicReadsIt(String json, String expected) throws Exception {
        assertThat(ValueType.BOOL.text(JSON.readTree(json), new EicDates(null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"a\"; a",
                "12; 12",
                "12345678901234567890; 12345678901234567890",
                "1.50; 1.5",
                "1e5; 100000",
                "0.000001; 0.000001",
                "true; true",
                "[1,\"a\"]; [1,\"a\"]",
                "{\"a\":{\"b\":null}}; {\"a\":{\"b\":null}}",
                "[]; ''",
                "{}; ''"
            })
    void anythingCanBeText(String json, String expected) throws Exception {
        JsonNode value = JSON.readTree(json);

        assertThat(ValueType.CHAR.text(value, new EicDates(null))).isEqualTo(expected.replace("''", ""));
    }

    @Test
    void secondsBecomeTheSameDateAsJavaWrites() {
        DateTimeFormatter java = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long seconds = random.nextLong(-62_135_596_800L, 253_402_300_800L);
            assertThat(EicDates.text(seconds))
                    .isEqualTo(java.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)));
        }
    }
}
