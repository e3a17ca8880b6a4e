package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportCommandTest {
    private static final String COUNTS = "{\"created\":2,\"changed\":1,\"unchanged\":0,\"gone\":0}";
    private BridgeOverHttp running;
    private Typed typed;

    @BeforeEach
    void start() throws IOException {
        running = new BridgeOverHttp();
        running.on("POST /imports", 200, "{\"run\":17,\"mode\":\"full\"}");
        typed = new Typed(running.port());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private void progress(String state, String more) {
        running.on(
                "GET /imports/17",
                200,
                "{\"run\":17,\"endpoint\":\"contacts\",\"mode\":\"full\",\"state\":\"" + state
                        + "\",\"phase\":\"accounts\",\"read\":3,\"expected\":4,\"perSecond\":2.0,\"reason\":null" + more
                        + "}");
    }

    private static String report(String outcome, String reason) {
        return ",\"report\":{\"outcome\":\"" + outcome + "\",\"read\":3,\"accounts\":" + COUNTS + ",\"entitlements\":"
                + COUNTS + ",\"memberships\":" + COUNTS + ",\"rejected\":0,\"requests\":7,\"seconds\":1.5,\"reason\":"
                + reason + "}";
    }

    @Test
    void followsARunToItsEndAndReports() {
        progress("running", ",\"report\":null");
        progress("complete", report("complete", "null"));

        assertThat(typed.execute("import", "contacts")).isZero();
        assertThat(typed.err()).contains("Run 17 of contacts: accounts, 3 of 4 read, 2 a second");
        assertThat(typed.out())
                .contains("Run 17 of contacts (full) is complete: 3 read in 1.5 s with 7 requests.")
                .contains("accounts      2        1        0          0");
    }

    @Test
    void showsNoProgressOfARunThatEnded() {
        running.on(
                "GET /imports/17",
                200,
                "{\"run\":17,\"endpoint\":\"contacts\",\"mode\":\"full\",\"state\":\"complete\""
                        + report("complete", "null") + "}");

        assertThat(typed.execute("import", "contacts")).isZero();
        assertThat(typed.err()).doesNotContain("starting", " read");
    }

    @Test
    void writesTheReportAsOneObjectInTheLastLine() {
        progress("complete", report("complete", "null"));

        assertThat(typed.execute("import", "contacts", "--report", "json")).isZero();
        assertThat(typed.out().strip())
                .isEqualTo(
                        "{\"run\":17,\"endpoint\":\"contacts\",\"mode\":\"full\",\"outcome\":\"complete\",\"read\":3,"
                                + "\"accounts\":" + COUNTS + ",\"entitlements\":" + COUNTS + ",\"memberships\":"
                                + COUNTS
                                + ",\"rejected\":0,\"requests\":7,\"seconds\":1.5,\"reason\":\"\"}");
    }

    @Test
    void tellsThatValuesWereCut() {
        progress("complete", report("complete", "null").replace("\"rejected\"", "\"cut\":1200,\"rejected\""));

        assertThat(typed.execute("import", "contacts")).isZero();
        assertThat(typed.out()).contains("1,200 values did not fit EIC");
    }

    @Test
    void showsWhoIsAffectedByAHeldRunAndHowToApproveIt() {
        String affected = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "{\"kind\":\"account\",\"id\":\"id-" + i + "\",\"name\":\"name-" + i
                        + "\",\"change\":\"gone\"}")
                .collect(Collectors.joining(",", ",\"affected\":[", "],\"affectedTotal\":1234"));
        progress("held", report("held", "\"1,234 removals, allowed are 100\"") + affected);

        assertThat(typed.execute("import", "contacts")).isEqualTo(3);
        assertThat(typed.out())
                .contains("Reason: 1,234 removals, allowed are 100")
                .contains("Affected: 1,234, the first 20")
                .contains("id-20", "eic-bridge import approve 17")
                .doesNotContain("id-21");
    }

    @Test
    void keepsStandardOutputForTheReportWhenAHeldRunIsReportedAsJson() {
        progress("held", report("held", "\"too many\"") + ",\"affected\":[{\"id\":\"id-1\"}]");

        assertThat(typed.execute("import", "contacts", "--report", "json")).isEqualTo(3);
        assertThat(typed.out().strip()).startsWith("{").endsWith("}").doesNotContain("\n");
        assertThat(typed.err()).contains("id-1", "import approve 17");
    }

    @Test
    void failsOnAnIncompleteRun() {
        progress("incomplete", report("incomplete", "\"2 of 4 contacts are missing\""));

        assertThat(typed.execute("import", "contacts")).isEqualTo(1);
        assertThat(typed.out()).contains("is incomplete").contains("Reason: 2 of 4 contacts are missing");
    }

    @Test
    void reportsARunThatEndedWithoutAReport() {
        running.on(
                "GET /imports/17",
                200,
                "{\"run\":17,\"endpoint\":\"contacts\",\"mode\":\"full\",\"state\":\"failed\",\"read\":2,\"reason\":\"no access\",\"report\":null}");

        assertThat(typed.execute("import", "contacts", "--report", "json")).isEqualTo(1);
        assertThat(typed.out()).contains("\"outcome\":\"failed\",\"read\":2,").contains("\"reason\":\"no access\"");
    }

    @Test
    void showsWhatADryRunWouldChange() {
        progress(
                "complete",
                report("complete", "null")
                        + ",\"dryRun\":true,\"affected\":[{\"id\":\"id-1\",\"change\":\"created\"}]");

        assertThat(typed.execute("import", "contacts", "--dry-run")).isZero();
        assertThat(running.requests()).anyMatch(request -> request.contains("\"dryRun\":true"));
        assertThat(typed.out()).contains("Dry run 17", "would be created", "Affected: 1", "id-1");
    }

    @Test
    void suggestsTheEndpointThatWasMeant() {
        assertThat(typed.execute("import", "contact")).isEqualTo(2);
        assertThat(typed.err())
                .contains("there is no endpoint 'contact'", "Did you mean contacts?", "eic-bridge import --help");
        assertThat(running.requests()).isEmpty();
    }

    @Test
    void asksWhichEndpoint() {
        assertThat(typed.execute("import")).isEqualTo(2);
        assertThat(typed.err()).contains("Which endpoint?");
    }

    @Test
    void saysWhereAnIncrementalImportHasNothingToGoOnFrom() {
        progress("complete", report("complete", "null"));

        assertThat(typed.execute("import", "contacts", "--incremental")).isZero();
        assertThat(running.requests())
                .contains("POST /imports {\"endpoint\":\"contacts\",\"mode\":\"incremental\",\"dryRun\":false}");
        assertThat(typed.err())
                .contains("no complete full import of the contacts")
                .contains("run 17 reads everything");
    }

    @Test
    void refusesFullAndIncrementalTogether() {
        assertThat(typed.execute("import", "contacts", "--incremental", "--full"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("mutually exclusive");
    }

    @Test
    void namesTheFormatsOfAReport() {
        assertThat(typed.execute("import", "contacts", "--report", "xml")).isEqualTo(2);
        assertThat(typed.err()).contains("TEXT, JSON").contains("'xml'");
    }

    @Test
    void approvesAHeldRunAndFollowsItToItsEnd() {
        String run = "{\"run\":17,\"endpoint\":\"contacts\",\"mode\":\"full\",\"state\":";
        running.on("POST /imports/17/approve", 200, run + "\"running\",\"phase\":\"absences\"}")
                .on("GET /imports/17", 200, run + "\"running\",\"phase\":\"absences\"}")
                .on("GET /imports/17", 200, run + "\"complete\"" + report("complete", "null") + "}");

        assertThat(typed.execute("import", "approve", "17")).isZero();
        assertThat(typed.out()).contains("Run 17 of contacts (full) is complete");
    }

    @Test
    void saysWhyAnApprovalIsRefused() {
        running.on("POST /imports/17/approve", 409, "{\"errorCode\":\"1\",\"message\":\"Run 18 is newer.\"}");

        assertThat(typed.execute("import", "approve", "17")).isEqualTo(1);
        assertThat(typed.err().strip()).isEqualTo("Run 18 is newer.");
    }

    @Test
    void showsTheNewestRuns() throws IOException {
        try (BridgeOverHttp other = new BridgeOverHttp()) {
            other.on("GET /imports", 200, "{\"runs\":[]}") // asked for once by the search for a bridge
                    .on(
                            "GET /imports",
                            200,
                            "{\"runs\":[{\"run\":9,\"endpoint\":\"teammates\",\"mode\":\"full\",\"state\":\"complete\",\"read\":25}]}");
            Typed there = new Typed(other.port());

            there.execute("import", "status");
            assertThat(there.execute("import", "status")).isZero();
            assertThat(there.out()).contains("9    teammates  full  complete  25");
        }
    }

    @Test
    void saysHowToBeginWhereNothingRanYet() {
        assertThat(typed.execute("import", "status")).isZero();
        assertThat(typed.out()).contains("There was no import yet");
    }

    @Test
    void showsOneRunWhileItIsGoingOn() {
        progress("running", "");

        assertThat(typed.execute("import", "status", "17")).isZero();
        assertThat(typed.out()).contains("accounts, 3 of 4 read");
    }
}
