package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittingTest {
    @Test
    void leavesATextThatFitsAsItIs() {
        String text = "Zoë 😀\n\ttwo lines";

        assertThat(Fitting.fit(text, 255)).isEqualTo(text);
        assertThat(Fitting.fit("abc", 3)).isEqualTo("abc");
    }

    @Test
    void cutsWithoutSplittingACharacter() {
        assertThat(Fitting.fit("abcd", 3)).isEqualTo("abc");
        assertThat(Fitting.fit("ab😀", 3)).isEqualTo("ab");
        assertThat(Fitting.fit("ab😀c", 4)).isEqualTo("ab😀");
    }

    @Test
    void removesNulAndMarksBrokenCharacters() {
        assertThat(Fitting.fit("a\u0000b", 255)).isEqualTo("ab");
        assertThat(Fitting.fit("a\uD83Db\uDE00", 255)).isEqualTo("a\uFFFDb\uFFFD");
    }
}
