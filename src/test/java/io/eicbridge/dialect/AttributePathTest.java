package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePathTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD =
            "{\"a\":{\"b\":{\"c\":1}},\"addr\":[{\"city\":\"X\"},{\"city\":\"Y\"}],\"odata.next\":2,\"m\":[[1,2],[3]],\"text\":\"t\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a.b.c; 1", "addr[1].city; \"Y\"", "odata~dot#next; 2", "m[0][1]; 2", "a.b; {\"c\":1}"})
    void leadsIntoTheRecord(String path, String expected) throws Exception {
        assertThat(AttributePath.parse(path).in(JSON.readTree(RECORD))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.x.c", "addr[2].city", "addr.city", "text.x", "text[0]", "a[0]", "m[0][9]"})
    void findsNothingWhereTheWayEnds(String path) throws Exception {
        assertThat(AttributePath.parse(path).in(JSON.readTree(RECORD))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"''"})
    void isTheRecordItselfWhereItIsEmpty(String path) throws Exception {
        assertThat(AttributePath.parse(path).in(JSON.readTree("\"plain\"")).textValue())
                .isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", "a.", "a..b", "[0]", "a[-1]", "a[b]", "a[0", "a]0[", "a[9999999]"})
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> AttributePath.parse(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no step of a path");
    }
}
