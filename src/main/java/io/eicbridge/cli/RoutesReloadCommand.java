package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Configuration;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has a running bridge replace its routes by those of the folder. */
@Command(
        name = "reload",
        description = {
            "Brings routes/ to life in the running bridge, all routes or none, after the same check as 'routes check'.",
            "Imports rest after their page and go on from there; calls of EIC wait a moment and are answered.",
            "Exit codes: 0 live, 1 the routes before go on, and why."
        },
        footer = "  eic-bridge routes reload")
final class RoutesReloadCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Map<String, String> TITLES = Map.of("changed", "Changed", "added", "New", "gone", "Gone");
    private final Program program;

    @Spec
    private CommandSpec spec;

    RoutesReloadCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Bridge bridge = program.running()
                .orElseThrow(() -> new Configuration(
                        "No bridge runs here, so there is nothing to reload: 'eic-bridge run' reads routes/ when it starts, and"
                                + " 'eic-bridge routes check' tries it now."));
        return print(ended(bridge, bridge.reloadRoutes().path("reload").asLong()));
    }

    private static ObjectNode ended(Bridge bridge, long number) {
        ObjectNode state = bridge.routesReload(number);
        while ("running".equals(state.path("state").asText())) {
            LockSupport.parkNanos(PAUSE.toNanos());
            state = bridge.routesReload(number);
        }
        return state;
    }

    private int print(ObjectNode ended) {
        PrintWriter out = spec.commandLine().getOut();
        new RouteFindings(findings(ended.path("problems"))).print(out);
        return switch (ended.path("state").asText()) {
            case "live" -> live(out, ended);
            case "unchanged" -> {
                out.println("The routes that run are those of the folder; nothing was replaced.");
                yield ExitCode.DONE;
            }
            default -> {
                out.println(ended.path("reason").asText());
                yield ExitCode.FAILED;
            }
        };
    }

    private static int live(PrintWriter out, ObjectNode ended) {
        for (String kind : List.of("changed", "added", "gone")) {
            String ids = StreamSupport.stream(ended.path(kind).spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                out.println(TITLES.get(kind) + ": " + ids);
            }
        }
        out.println("The routes are live, after " + ended.path("millis").asLong() + " ms.");
        return ExitCode.DONE;
    }

    private static List<RouteFinding> findings(JsonNode problems) {
        return StreamSupport.stream(problems.spliterator(), false)
                .map(problem -> new RouteFinding(
                        problem.path("file").asText(),
                        problem.path("line").asInt(),
                        problem.path("message").asText(),
                        "",
                        problem.path("remedy").asText()))
                .toList();
    }
}
