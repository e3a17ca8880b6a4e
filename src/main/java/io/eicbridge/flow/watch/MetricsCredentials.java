package io.eicbridge.flow.watch;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets only who knows a token read the metrics: writes the users' file that Camel's management server asks, readable by
 * its owner alone. The user {@code metrics} has the first token as password, {@code metrics-2} the second, so that
 * tokens can be changed one after the other.
 */
public final class MetricsCredentials {
    private final List<String> tokens;

    /**
     * Credentials from the bridge's own tokens.
     *
     * @throws Configuration where a token is empty or has a comma or line break, which the file's format cannot hold
     */
    public MetricsCredentials(List<String> tokens) {
        if (tokens.isEmpty() || tokens.stream().anyMatch(token -> token.isBlank() || token.matches("(?s).*[,\\v].*"))) {
            throw new Configuration(
                    "The key \"bridge.api-token\" is missing or holds a comma or a line break; allowed is any other"
                            + " text. Set it: otherwise nobody could read the metrics.");
        }
        this.tokens = tokens.stream().map(String::strip).toList();
    }

    /** Writes the file into a folder, over the one of the last start; the path goes to {@code camel.management.basicPropertiesFile}. */
    public Path writeTo(Path folder) {
        Path file = folder.resolve("metrics-users.properties").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.write(file, lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's format knows neither quotes nor escapes. */
    private List<String> lines() {
        return IntStream.range(0, tokens.size())
                .mapToObj(index -> "user.metrics" + (index == 0 ? "" : "-" + (index + 1)) + "=" + tokens.get(index))
                .toList();
    }
}
