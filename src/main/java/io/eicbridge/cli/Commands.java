package io.eicbridge.cli;

import static io.eicbridge.cli.Ledger.DEAD_LETTERS;
import static io.eicbridge.cli.Ledger.REQUESTS;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Everything that can be typed after {@code eic-bridge}. */
public final class Commands {
    private Commands() {}

    /** The command line of the program; {@code execute} answers the exit code: 0 done, 1 failed, 2 wrong argument, 3 held. */
    public static CommandLine line(Program program) {
        PlainWords words = new PlainWords();
        CommandLine line = new CommandLine(new EicBridge())
                .addSubcommand(new RunCommand(program))
                .addSubcommand(new DemoCommand(program))
                .addSubcommand(imports(program))
                .addSubcommand(
                        group(new RoutesCommand(), new RoutesCheckCommand(program), new RoutesReloadCommand(program)))
                .addSubcommand(new CheckCommand(program))
                .addSubcommand(group(
                        new MappingCommand(), new MappingShowCommand(program), new MappingPreviewCommand(program)))
                .addSubcommand(group(new PackageCommand(), new PackageValidateCommand()))
                .addSubcommand(new SandboxCommand(program));
        return records(provisioning(line, program), program)
                .registerConverter(Long.class, Commands::number)
                .registerConverter(long.class, Commands::number)
                .registerConverter(Integer.class, text -> Math.toIntExact(number(text)))
                .registerConverter(int.class, text -> Math.toIntExact(number(text)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(words)
                .setExecutionExceptionHandler(words);
    }

    private static CommandLine provisioning(CommandLine line, Program program) {
        CommandLine requests =
                group(new RequestsCommand(), new RequestsListCommand(program), new RequestsShowCommand(program));
        CommandLine deadLetters = group(
                new DeadLettersCommand(), new DeadLettersListCommand(program), new DeadLettersShowCommand(program));
        Stream.of(Action.values())
                .forEach(action -> requests.addSubcommand(DecideCommand.of(program, REQUESTS, action)));
        Stream.of(Action.REPLAY, Action.DISCARD)
                .forEach(action -> deadLetters.addSubcommand(DecideCommand.of(program, DEAD_LETTERS, action)));
        return line.addSubcommand(new ProvisionCommand(program))
                .addSubcommand(requests)
                .addSubcommand(deadLetters);
    }

    private static CommandLine records(CommandLine line, Program program) {
        return line.addSubcommand(new ReconcileCommand(program))
                .addSubcommand(new HistoryCommand(program))
                .addSubcommand(new ForgetCommand(program))
                .addSubcommand(group(
                        new ConsumersCommand(), new ConsumersListCommand(program), new ConsumersResetCommand(program)));
    }

    private static long number(String typed) {
        try {
            return Long.parseLong(typed.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + typed + "' is no whole number.");
        }
    }

    private static CommandLine imports(Program program) {
        return group(new ImportCommand(program), new ImportApproveCommand(program), new ImportStatusCommand(program));
    }

    private static CommandLine group(Object command, Object... parts) {
        CommandLine line = new CommandLine(command);
        for (Object part : parts) {
            line.addSubcommand(part);
        }
        return line;
    }
}
