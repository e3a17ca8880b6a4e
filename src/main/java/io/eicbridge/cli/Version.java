package io.eicbridge.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells which version runs, from the manifest of the jar, and on which Java. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not built as a jar)");
        return new String[] {"eic-bridge " + version, "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
