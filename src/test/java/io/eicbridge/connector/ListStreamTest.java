package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.connector.ListDocument.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListStreamTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void givesAllRowsAndNoLinkWithoutAPageSize() throws IOException {
        JsonNode answer = mapper.readTree(open(4_001, Optional.empty(), Integer.MAX_VALUE));

        assertThat(answer.path("items")).hasSize(4_001);
        assertThat(answer.path("pagesize").intValue()).isEqualTo(4_001);
        assertThat(answer.path("totalcount").intValue()).isEqualTo(4_001);
        assertThat(answer.path("totalCount").intValue()).isEqualTo(4_001);
        assertThat(answer.has("nextUrl")).isFalse();
    }

    @Test
    void endsAPageWithALinkOnlyWhereRowsFollow() throws IOException {
        assertThat(mapper.readTree(open(3, Optional.of(2), 9)).path("nextUrl").textValue())
                .isEqualTo("after 2");
        assertThat(mapper.readTree(open(2, Optional.of(2), 9)).has("nextUrl")).isFalse();
        assertThat(mapper.readTree(open(0, Optional.of(2), 9)).path("items")).isEmpty();
        assertThat(mapper.readTree(open(2_500, Optional.of(2_100), 9_999)).path("items"))
                .hasSize(2_100);
    }

    @Test
    void readsNoFurtherThanItsReaderDoes() throws IOException {
        Numbers numbers = new Numbers(1_000_000, Integer.MAX_VALUE);
        try (InputStream stream = new ListStream(document(numbers, Optional.empty()))) {
            stream.readNBytes(100);
            assertThat(numbers.written).isEqualTo(2_000);
            stream.skipNBytes(50_000);
            assertThat(numbers.written).isLessThan(20_000);
        }
    }

    @Test
    void neverLooksWholeWhereReadingFailedOnTheWay() throws IOException {
        byte[] answer = open(9_000, Optional.empty(), 4_000).readAllBytes();

        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("3999").endsWith("ask again ***\n");
        assertThatThrownBy(() -> mapper.readTree(answer)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void failsBeforeAnAnswerHasBegunWhereTheFirstReadFails() {
        assertThatThrownBy(() -> open(9_000, Optional.empty(), 0)).isInstanceOf(IllegalStateException.class);
    }

    private static InputStream open(int rows, Optional<Integer> pageSize, int failsAfter) throws IOException {
        return new ListStream(document(new Numbers(rows, failsAfter), pageSize));
    }

    private static ListDocument document(Numbers numbers, Optional<Integer> pageSize) {
        return new ListDocument(new Head("items", 0, pageSize, numbers.rows), numbers, position -> "after " + position);
    }

    /** A list of numbers that can break. */
    private static final class Numbers implements Walk {
        private final int rows;
        private final int failsAfter;
        private int written;

        Numbers(int rows, int failsAfter) {
            this.rows = rows;
            this.failsAfter = failsAfter;
        }

        @Override
        public int write(JsonGenerator json, int most) throws IOException {
            if (written >= failsAfter) {
                throw new IllegalStateException("the database went away");
            }
            int before = written;
            while (written < rows && written - before < most) {
                json.writeNumber(written++);
            }
            return written - before;
        }

        @Override
        public boolean more() {
            return written < rows;
        }

        @Override
        public String position() {
            return Integer.toString(written);
        }
    }
}
