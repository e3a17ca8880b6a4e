package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> WORDS = List.of("teammates", "contacts");

    @Test
    void findsTheWordBehindASlip() {
        assertThat(Nearest.to("contact", WORDS)).contains("contacts");
        assertThat(Nearest.to("teamates", WORDS)).contains("teammates");
    }

    @Test
    void findsNothingForAWordFromElsewhere() {
        assertThat(Nearest.to("companies", WORDS)).isEmpty();
    }
}
