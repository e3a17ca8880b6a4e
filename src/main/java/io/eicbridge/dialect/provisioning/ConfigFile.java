package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.LocatedReader;
import io.eicbridge.dialect.Section;
import io.eicbridge.dialect.Shape;
import java.nio.file.Path;

/** Checks {@code ConfigJSON}, whose switches the bridge has in its own settings. */
final class ConfigFile {
    private static final Shape ROOT = Shape.of("the file", "showLogs", "connectionTimeoutConfig");
    private static final Shape TIMEOUTS = Shape.of("connectionTimeoutConfig")
            .refusing(
                    "the settings intercom.connect-timeout and intercom.response-timeout say how long the bridge waits",
                    "connectionTimeout",
                    "readTimeout",
                    "writeTimeout")
            .refusing(
                    "routes/intercom-call.camel.yaml says how often and when a call is repeated",
                    "retryWait",
                    "retryCount");

    private ConfigFile() {}

    /**
     * Reports what the bridge would not do.
     *
     * @throws io.eicbridge.dialect.InvalidParameters with all problems of the file
     */
    static void check(Path file) {
        Findings findings = new Findings(file.toString());
        Section root = Section.of(LocatedReader.read(file, findings), ROOT, findings);
        root.verify(
                "showLogs", "false", "bodies hold personal data and never go to the log, the audit trail keeps them");
        root.section("connectionTimeoutConfig", TIMEOUTS);
        findings.settle();
    }
}
