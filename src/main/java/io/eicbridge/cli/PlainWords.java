package io.eicbridge.cli;

import io.eicbridge.failure.About;
import io.eicbridge.failure.Failure;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells every failure in words that say what to do; the stack trace comes only with {@code --debug}. */
final class PlainWords implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int H2_LOCKED = 90020;
    /** True of a run, but not of a command that has just given up. */
    private static final Pattern LATER = Pattern.compile(" It is tried again by itself\\.(?= \\[run= )");

    /** The end of a message that is about no run. */
    private static final String NOTHING = " " + new About("", "", "");

    private static final String OURS = "io.eicbridge.";
    private static final String CAMEL = "org.apache.camel.";

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(failure.getMessage() + commands(failure, line));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        debug(failure, List.of(args).contains("--debug"), err);
        return ExitCode.WRONG_ARGUMENT;
    }

    /** What could have been typed, where a command is missing or unknown. */
    private static String commands(ParameterException failure, CommandLine line) {
        boolean missing = failure.getMessage().equals("Missing required subcommand");
        boolean unknown = failure instanceof UnmatchedArgumentException && line.getParent() == null;
        String known = String.join(", ", line.getSubcommands().keySet());
        return missing || unknown
                ? "; commands of " + line.getCommandSpec().qualifiedName() + " are " + known + "."
                : "";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof ParameterException wrongArgument) {
            return handleParseException(wrongArgument, new String[0]);
        }
        line.getErr().println(words(failure));
        debug(failure, line.getCommandSpec().root().findOption("--debug").getValue(), line.getErr());
        return ExitCode.FAILED;
    }

    private static void debug(Exception failure, boolean wanted, PrintWriter err) {
        if (wanted) {
            failure.printStackTrace(err);
        }
        err.flush();
    }

    /** The first thing in the chain of causes that was written for people, else what it most likely means. */
    static String words(Throwable failure) {
        return causes(failure)
                .map(PlainWords::meaning)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> unexpected(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static String meaning(Throwable cause) {
        if (cause instanceof Failure known) {
            return LATER.matcher(known.getMessage()).replaceAll("").replace(NOTHING, "")
                    + known.requestId().map(id -> " [request=" + id + "]").orElse("");
        }
        if (cause.getClass().getName().startsWith(OURS) && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return meaningOfForeign(cause);
    }

    private static String meaningOfForeign(Throwable cause) {
        if (cause instanceof BindException) {
            return "A port that the bridge listens on is in use (" + cause.getMessage()
                    + "). Is a bridge already running? Stop it, or choose another bridge.port and management port.";
        }
        if (cause instanceof UnknownHostException) {
            return "There is no host '" + cause.getMessage()
                    + "'. Check intercom.url and directory.url, and the network.";
        }
        if (cause instanceof ConnectException) {
            return "A host cannot be reached (" + cause.getMessage()
                    + "). Check the address, the network and the proxy.";
        }
        if (cause instanceof SQLException sql && sql.getErrorCode() == H2_LOCKED) {
            return "The directory is in use by another program: an embedded database has one owner. "
                    + "Stop the other bridge, or give bridge.api-token so that this command uses its API.";
        }
        return null;
    }

    private static String unexpected(Throwable failure) {
        Throwable deepest = causes(failure).reduce((first, second) -> second).orElse(failure);
        if (causes(failure).anyMatch(cause -> cause.getClass().getName().startsWith(CAMEL))) {
            return "Camel cannot start what routes/ says: " + deepest.getMessage()
                    + " 'eic-bridge routes check' tells file, line and remedy.";
        }
        return "This should not have happened: " + deepest.getClass().getSimpleName()
                + (deepest.getMessage() == null ? "" : ", " + deepest.getMessage())
                + ". '--debug' shows where; please report it with that.";
    }
}
