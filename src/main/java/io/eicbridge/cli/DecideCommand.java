package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides about requests or dead letters, one by one or all that a filter means. */
@Command
final class DecideCommand implements Callable<Integer> {
    private final Program program;
    private final Ledger ledger;
    private final Action action;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Their numbers, as 'list' tells them.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that the filters mean; without a filter really all.")
    private boolean all;

    @Mixin
    private FilterOptions options;

    private final StateOption state = new StateOption();

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "The reason, which is recorded.")
    private String why;

    private DecideCommand(Program program, Ledger ledger, Action action) {
        this.program = program;
        this.ledger = ledger;
        this.action = action;
    }

    /** The command of this name for this list. */
    static CommandLine of(Program program, Ledger ledger, Action action) {
        DecideCommand command = new DecideCommand(program, ledger, action);
        CommandLine line = new CommandLine(command);
        if (ledger == Ledger.REQUESTS) {
            line.getCommandSpec().addMixin("state", CommandSpec.forAnnotatedObject(command.state));
        }
        line.getCommandSpec()
                .name(action.word())
                .usageMessage()
                .description(action.description(ledger), "Who decides, and why, is recorded.")
                .footer(
                        "  eic-bridge " + ledger.path() + " " + action.word() + " 17 --why \"agreed with the owner\"",
                        "  eic-bridge " + ledger.path() + " " + action.word()
                                + " --all --endpoint contacts --since 2h");
        return line;
    }

    @Override
    public Integer call() {
        RequestFilter filter = state.in(options.filter());
        boolean filtered = !filter.values().isEmpty();
        if (all == !ids.isEmpty() || filtered && !all) {
            throw new ParameterException(
                    spec.commandLine(), "Say which: either numbers, or --all with or without filters.");
        }
        if (action == Action.DISCARD && why.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "Nothing is discarded without a reason: add '--why TEXT'.");
        }
        List<Long> numbers = ids.stream().map(this::number).toList();
        try (Bridge bridge = program.bridge()) {
            Optional<RequestFilter> meant = Optional.of(filter).filter(any -> all);
            Decision decision = new Decision(action.word(), numbers, meant, System.getProperty("user.name", ""), why);
            return told(bridge.decide(ledger, decision));
        }
    }

    /** Picocli takes what it cannot convert among several values for an unknown argument. */
    private Long number(String typed) {
        if (!typed.matches("\\d{1,18}")) {
            throw new ParameterException(spec.commandLine(), "'" + typed + "' is no whole number.");
        }
        return Long.valueOf(typed);
    }

    private int told(ObjectNode answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (answer.has("request")) {
            out.println(RequestLine.of(answer.path("request")));
            return RequestLine.code(answer.path("request"), action);
        }
        int done = answer.path("done").size();
        out.println(
                done == 1
                        ? "The " + ledger.one() + " "
                                + answer.path("done").path(0).asText() + ": " + action.done() + "."
                        : done + " " + ledger.one() + "s: " + action.done() + ".");
        for (JsonNode refused : answer.path("refused")) {
            out.println(refused.path("id").asText() + " was left as it is: "
                    + Table.plain(refused.path("reason").asText()));
        }
        return answer.path("refused").isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
