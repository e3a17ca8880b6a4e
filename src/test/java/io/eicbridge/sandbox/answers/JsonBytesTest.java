package io.eicbridge.sandbox.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "R&D \"lab\" \\ access",
                "Łukasz Müller",
                "佐藤 陽子",
                "ليلى",
                "tab\tline\n",
                "\uD83D\uDE80 rocket"
            })
    void writesEveryTextSoThatItReadsBack(String text) throws Exception {
        JsonBytes out = new JsonBytes().text(text);
        assertThat(new ObjectMapper().readTree(out.toString()).asText()).isEqualTo(text);
    }

    @Test
    void growsBeyondItsFirstSizeAndBeginsAnew() {
        JsonBytes out = new JsonBytes();
        for (int nth = 0; nth < 10_000; nth++) {
            out.comma(nth == 0).number(nth);
        }
        assertThat(out.length()).isEqualTo(48_889);
        assertThat(out.clear().value(null).value(true).toString()).isEqualTo("nulltrue");
    }
}
