package io.eicbridge;

import io.eicbridge.journal.request.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped routes, with operation routes of contacts that end as their account's id says. */
final class ScriptedHome {
    private ScriptedHome() {}

    static Home in(Path folder) {
        Home home = Home.in(folder, Map.of());
        Path routes = folder.resolve("routes");
        try (Stream<Path> files = Files.list(routes)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().matches("provisioning-(contacts|teammates).*")) {
                    Files.delete(file);
                }
            }
            Files.writeString(
                    routes.resolve("provisioning-contacts.camel.yaml"),
                    Stream.of(Operation.values()).map(ScriptedHome::route).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private static String route(Operation operation) {
        return """
                - route:
                    id: provisioning-contacts-%1$s
                    description: Ends as the account says
                    errorHandler: { noErrorHandler: {} }
                    from:
                      uri: direct:provisioning-contacts-%1$s
                      steps:
                        - bean: { beanType: io.eicbridge.ScriptedOperation, method: "act(${variable.request})" }
                """.formatted(operation.word());
    }
}
