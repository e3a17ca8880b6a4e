package io.eicbridge.flow.watch;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets only who knows a token read the metrics: writes the users' file that Camel's management server reads once, when it
 * starts. It is readable by its owner alone, and nobody needs it afterwards. The user {@code metrics} has the first token as password, {@code metrics-2} the second, so that
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

    /** Writes a temporary file; its path goes to {@code camel.management.basicPropertiesFile}. */
    public Path write() {
        try {
            Path file = Files.createTempFile("eic-bridge-metrics", ".properties");
            file.toFile().deleteOnExit(); // for a start that is ended before the server has read it
            return Files.write(file, lines());
        } catch (IOException e) {
            throw new Configuration("The users of the metrics cannot be written to a temporary file: " + e.getMessage()
                    + ". Make the folder for temporary files writable, or name another one in JAVA_OPTS:"
                    + " -Djava.io.tmpdir=/a/folder.");
        }
    }

    /** The server's format knows neither quotes nor escapes. */
    private List<String> lines() {
        return IntStream.range(0, tokens.size())
                .mapToObj(index -> "user.metrics" + (index == 0 ? "" : "-" + (index + 1)) + "=" + tokens.get(index))
                .toList();
    }
}
