package io.eicbridge.sandbox.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void staysExactWhereJoinedRangesTouch() {
        assertThat(new Span(10, 20, true).or(new Span(20, 30, true))).isEqualTo(new Span(10, 30, true));
    }

    @Test
    void isInexactWhereAGapLiesBetweenRanges() {
        assertThat(new Span(10, 20, true).or(new Span(25, 30, true)).exact()).isFalse();
    }

    @Test
    void narrowsWhereBothMustHold() {
        assertThat(new Span(10, 20, true).and(Span.everything(false))).isEqualTo(new Span(10, 20, false));
    }
}
