package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsColumnsWithoutBlanksAtTheEnd() {
        Table table = new Table("id", "name").row(1, "a longer name").row(1000, "b");

        assertThat(table.toString().lines()).containsExactly("id    name", "1     a longer name", "1000  b");
    }

    @Test
    void letsNoValueSteerTheTerminal() {
        assertThat(Table.plain("a\u001b[2Jb\nc")).isEqualTo("a [2Jb c");
    }
}
