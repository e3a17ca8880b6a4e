package io.eicbridge;

import io.eicbridge.cli.Commands;
import java.nio.file.Path;

/** Starts the program with what was typed behind its name. */
public final class Application {
    private Application() {}

    /** Runs one command and ends with its exit code; {@code -Deicbridge.home} says where the program's files are. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("eicbridge.home", "")).toAbsolutePath();
        System.exit(Commands.line(new Here(home)).execute(arguments));
    }
}
