package io.eicbridge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the repository's connection parameters whose contacts are imported otherwise. */
record Connections(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "ImportAccountEntJSON.json";

    static Connections in(Path folder) {
        try {
            for (String endpoint : new String[] {"contacts", "teammates"}) {
                Files.createDirectories(folder.resolve(endpoint));
                Files.copy(
                        Path.of("connections", endpoint, FILE).toAbsolutePath(),
                        folder.resolve(endpoint).resolve(FILE));
            }
            return new Connections(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another number in EIC's own section of thresholds. */
    Connections contacts(String threshold, int value) {
        ObjectNode file = read();
        ((ObjectNode) file.at("/accountParams/statusAndThresholdConfig")).put(threshold, value);
        return write(file);
    }

    /** A limit of the bridge's section: of {@code accounts} or for instance {@code memberships.Tag}. */
    Connections creations(String what, String unit, int value) {
        ObjectNode file = read();
        ObjectNode section = file.withObject("/eicBridge");
        for (String part : what.split("\\.")) {
            section = section.withObject("/" + part);
        }
        section.putObject("creations").put(unit, value);
        return write(file);
    }

    /** Another source of an account's column. */
    Connections column(String column, String source) {
        ObjectNode file = read();
        ((ObjectNode) file.at("/accountParams/call/call1/colsToPropsMap")).put(column, source);
        return write(file);
    }

    private ObjectNode read() {
        try {
            return (ObjectNode) JSON.readTree(file().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connections write(ObjectNode changed) {
        try {
            JSON.writeValue(file().toFile(), changed);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("contacts").resolve(FILE);
    }
}
