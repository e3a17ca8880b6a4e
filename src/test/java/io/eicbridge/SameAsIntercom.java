package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.AccountView;
import java.util.List;
import java.util.TreeSet;

/** Compares what the directory serves after a complete import with what Intercom has, account by account. */
final class SameAsIntercom {
    private SameAsIntercom() {}

    static void contacts(TestBed bed, JsonNode report) {
        compare(bed, "contacts", report, List.of("Tag", "Company", "Segment"));
    }

    /** Compares accounts and what they hold alone, without a report that counts all of them. */
    static void heldAsInIntercom(TestBed bed) {
        heldAs(bed.truth("contacts"), bed.served("contacts"));
    }

    static void heldAs(Truth truth, Served served) {
        assertThat(served.active()).isEqualTo(truth.accounts());
        for (String type : List.of("Tag", "Company", "Segment")) {
            same(type, served.held(type), truth.held(type));
        }
    }

    /** Tells only what differs. */
    static void same(String type, TreeSet<String> served, TreeSet<String> truth) {
        TreeSet<String> missing = new TreeSet<>(truth);
        missing.removeAll(served);
        TreeSet<String> extra = new TreeSet<>(served);
        extra.removeAll(truth);
        assertThat(missing).as("missing, " + type).isEmpty();
        assertThat(extra).as("extra, " + type).isEmpty();
    }

    static void teammates(TestBed bed, JsonNode report) {
        compare(bed, "teammates", report, List.of("Team", "Role", "Seat"));
    }

    private static void compare(TestBed bed, String endpoint, JsonNode report, List<String> types) {
        assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("complete");
        Truth truth = bed.truth(endpoint);
        Served served = bed.served(endpoint);
        assertThat(served.active()).isEqualTo(truth.accounts());
        for (String type : types) {
            same(type, served.held(type), truth.held(type));
        }
        assertThat(served.accounts().values())
                .extracting(AccountView::name)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        JsonNode accounts = report.path("accounts");
        assertThat(accounts.path("created").asLong()
                        + accounts.path("changed").asLong()
                        + accounts.path("unchanged").asLong())
                .isEqualTo(
                        report.path("read").asLong() - report.path("rejected").asLong());
    }
}
