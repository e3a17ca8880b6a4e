package io.eicbridge.journal.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class StoredJsonTest {
    private static final String WHOLE = "\uD83D\uDE00";
    private static final String HALF = "\uD83D";

    @Test
    void halfAnEmojiIsEscapedAndComesBack() throws Exception {
        String stored = StoredJson.text(TextNode.valueOf("a" + HALF + "b" + WHOLE + "\u0000é\\u"));

        assertThat(stored).isEqualTo("\"a\\ud83db" + WHOLE + "\\u0000é\\\\u\"");
        assertThat(new ObjectMapper().readTree(stored).textValue()).isEqualTo("a" + HALF + "b" + WHOLE + "\u0000é\\u");
    }

    @Test
    void aLongTextOfOtherLettersDoesNotGrow() {
        assertThat(StoredJson.text(TextNode.valueOf("é".repeat(300_000)))).hasSize(300_002);
    }
}
