package io.eicbridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AboutTest {
    private static final About RUN = new About("7", "contacts", "");

    @Test
    void aMessageEndsWithWhatItIsAboutOnce() {
        String told = "Nothing was done. [run=7 endpoint=contacts account=c1]";

        assertThat(RUN.endOf("Nothing was done.")).isEqualTo("Nothing was done. [run=7 endpoint=contacts account=]");
        assertThat(RUN.endOf(told)).isEqualTo(told);
        assertThat(About.bare(told)).isEqualTo("Nothing was done.");
        assertThat(About.bare("Nothing [yet] was done.")).isEqualTo("Nothing [yet] was done.");
    }

    @Test
    void anAddressIsNotShown() {
        assertThat(new About("", "contacts", "a@example.com")).hasToString("[run= endpoint=contacts account=***]");
    }
}
