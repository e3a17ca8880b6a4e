package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.node.TextNode;

/** The value of {@code #CONST#}: a text. */
final class Computed {
    private Computed() {}

    static ValueSource parse(String text, String origin) {
        TextNode constant = TextNode.valueOf(text);
        return record -> constant;
    }
}
