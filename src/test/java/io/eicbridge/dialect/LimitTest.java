package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void holdsOnlyWhatIsMoreThanTheNumber() {
        assertThat(new Limit(3, null).isExceededBy(3, 10)).isFalse();
        assertThat(new Limit(3, null).isExceededBy(4, 10)).isTrue();
        assertThat(new Limit(0, null).isExceededBy(1, 1_000_000)).isTrue();
    }

    @Test
    void holdsOnlyWhatIsMoreThanTheShare() {
        assertThat(new Limit(null, 10).isExceededBy(10, 100)).isFalse();
        assertThat(new Limit(null, 10).isExceededBy(11, 100)).isTrue();
        assertThat(new Limit(null, 100).isExceededBy(5, 5)).isFalse();
        assertThat(new Limit(null, 100).isExceededBy(1, 0)).isTrue();
    }

    @Test
    void oneOfTheTwoIsEnough() {
        assertThat(new Limit(1000, 10).isExceededBy(11, 100)).isTrue();
        assertThat(new Limit(5, 50).isExceededBy(6, 100)).isTrue();
        assertThat(Limit.NONE.isExceededBy(1_000_000, 1)).isFalse();
    }
}
