package io.eicbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Blanks the personal values of an account that is gone. */
@Command(
        name = "forget",
        description = "Blanks the personal values of an account that is gone from Intercom, in the directory, in its"
                + " history and in dead letters. Its id, and that it was there, stay known. It cannot be undone.",
        footer = "  eic-bridge forget contacts 6762f0dd1bb69f9f2193bb83")
final class ForgetCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AccountArgument account;

    ForgetCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            bridge.forget(account.endpoint(), account.id());
            spec.commandLine().getOut().println("The personal values of this account are blanked.");
            return ExitCode.DONE;
        }
    }
}
