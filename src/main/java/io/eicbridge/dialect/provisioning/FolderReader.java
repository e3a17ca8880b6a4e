package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.ImportParameters;
import io.eicbridge.dialect.InvalidParameters;
import io.eicbridge.dialect.Problem;
import io.eicbridge.dialect.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads all parameter files of a folder and collects what is wrong in any of them. */
final class FolderReader {
    private static final String END = ".json";
    private final Path folder;
    private final Map<String, String> addresses;
    private final List<Problem> problems = new ArrayList<>();

    private FolderReader(Path folder, Map<String, String> addresses) {
        this.folder = folder;
        this.addresses = addresses;
    }

    static ConnectionParameters read(Path folder, Map<String, String> addresses) {
        return new FolderReader(folder, addresses).parameters();
    }

    private ConnectionParameters parameters() {
        Map<String, Path> files = files();
        Surroundings around = new Surroundings(
                connections(files.get(ParameterNames.CONNECTION)), types(files.get(ParameterNames.IMPORT)));
        Map<String, ConnectionParameter> parameters = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            if (ParameterNames.hasCalls(name)) {
                collecting(() -> parameters.put(name, ParameterReader.read(name, file, around)));
            } else {
                requireKnown(name, file);
            }
        });
        collecting(() -> Optional.ofNullable(files.get(ParameterNames.CONFIG)).ifPresent(ConfigFile::check));
        if (!problems.isEmpty()) {
            throw new InvalidParameters(problems);
        }
        return new ConnectionParameters(folder, parameters);
    }

    /** Names and files, those that hold nothing left out. */
    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(END))
                    .sorted()
                    .filter(FolderReader::holdsSomething)
                    .forEach(file -> {
                        String name = file.getFileName().toString();
                        files.put(name.substring(0, name.length() - END.length()), file);
                    });
        } catch (IOException unreadable) {
            problems.add(new Problem(
                    folder.toString(), 0, 0, "", "cannot be listed. Give the folder of the endpoint's parameters"));
        }
        return files;
    }

    private static boolean holdsSomething(Path file) {
        try {
            String text =
                    Files.size(file) > 16 ? "more" : Files.readString(file).strip();
            return !text.isEmpty() && !text.equals("{}") && !text.equals("\"\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Connections connections(Path file) {
        Map<String, ObjectNode> own = new LinkedHashMap<>();
        if (file != null) {
            collecting(() -> own.putAll(ConnectionFile.read(file)));
        }
        return new Connections(own, addresses);
    }

    private Set<String> types(Path file) {
        Set<String> types = new LinkedHashSet<>();
        if (file != null) {
            collecting(() -> types.addAll(ImportParameters.read(file).entitlementTypes()));
        }
        return types;
    }

    private void collecting(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidParameters invalid) {
            problems.addAll(invalid.problems());
        }
    }

    private void requireKnown(String name, Path file) {
        if (ParameterNames.REFUSED.contains(name)) {
            report(file, "is known to EIC, but the bridge does not act on it. Empty or remove the file");
        } else if (!ParameterNames.readElsewhere().contains(name)) {
            report(
                    file,
                    "is no connection parameter of EIC" + Spelling.hint(name, ParameterNames.all())
                            + " Rename or remove the file");
        }
    }

    private void report(Path file, String message) {
        problems.add(new Problem(file.toString(), 0, 0, "", message));
    }
}
