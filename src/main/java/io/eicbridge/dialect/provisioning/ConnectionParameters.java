package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.InvalidParameters;
import io.eicbridge.dialect.Problem;
import io.eicbridge.failure.Rejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checked provisioning parameters of one endpoint, each read from the file of its name. */
public final class ConnectionParameters {
    private final Path folder;
    private final Map<String, ConnectionParameter> parameters;

    ConnectionParameters(Path folder, Map<String, ConnectionParameter> parameters) {
        this.folder = folder;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Every parameter of a folder such as {@code connections/contacts}; a file that is empty, as in an exported package, is none. What
     * is wrong in its {@code ImportAccountEntJSON} is told as well.
     *
     * @throws InvalidParameters with all problems of all files at once
     */
    public static ConnectionParameters read(Path folder) {
        return read(folder, Map.of());
    }

    /**
     * The same, with texts that expressions read as <code>${connection.<i>name</i>}</code>, first of all {@code url}.
     *
     * @throws InvalidParameters with all problems of all files at once
     */
    public static ConnectionParameters read(Path folder, Map<String, String> addresses) {
        return FolderReader.read(folder, addresses);
    }

    /**
     * The same of several folders.
     *
     * @throws InvalidParameters with all problems of all files of all folders at once
     */
    public static Map<Path, ConnectionParameters> readAll(Collection<Path> folders, Map<String, String> addresses) {
        Map<Path, ConnectionParameters> read = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path folder : folders) {
            try {
                read.put(folder, read(folder, addresses));
            } catch (InvalidParameters invalid) {
                problems.addAll(invalid.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidParameters(problems);
        }
        return read;
    }

    /** The parameter of this name, empty where the endpoint has none. */
    public Optional<ConnectionParameter> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * The parameter of this name.
     *
     * @throws Rejected where the endpoint has none
     */
    public ConnectionParameter parameter(String name) {
        return find(name)
                .orElseThrow(() -> new Rejected("the endpoint \"" + folder.getFileName() + "\" has no " + name
                        + ", so that this operation sends nothing. Add " + name
                        + ".json to its folder of connections"));
    }
}
