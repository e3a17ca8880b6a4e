package io.eicbridge.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds connection packages in a parameter file, an exported connection, a folder of either, or a transport zip. */
public final class PackageReader {
    private static final long LARGEST_FILE = 8L << 20;
    private static final int DEEPEST_FOLDER = 8;
    private final List<ConnectionPackage> packages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private PackageReader() {}

    /** What was found, and what could not be read. */
    public record Reading(List<ConnectionPackage> packages, List<Finding> findings) {}

    /** Reads whatever stands at the path. */
    public static Reading read(Path path) {
        PackageReader reader = new PackageReader();
        reader.open(path, 0);
        return new Reading(List.copyOf(reader.packages), List.copyOf(reader.findings));
    }

    private void open(Path path, int depth) {
        try {
            if (Files.isDirectory(path)) {
                folder(path, depth);
            } else if (isZip(path)) {
                ZipContents.read(path).forEach((name, text) -> exported(path + "!" + name, text));
            } else {
                file(path);
            }
        } catch (IOException | RefusedPackage unreadable) {
            unreadable(path.toString(), unreadable.getMessage());
        }
    }

    private void folder(Path folder, int depth) throws IOException {
        List<ParameterText> parameters = new ArrayList<>();
        for (Path child : children(folder)) {
            boolean isJson = lower(child).endsWith(".json") && Files.isRegularFile(child);
            String text = isJson ? text(child) : "";
            if (isJson && !TransportFile.isExport(text)) {
                parameters.add(new ParameterText(parameter(child), child.toString(), text));
            } else if (isJson) {
                exported(child.toString(), text);
            } else if (lower(child).endsWith(".zip") || Files.isDirectory(child) && depth < DEEPEST_FOLDER) {
                open(child, depth + 1);
            }
        }
        if (!parameters.isEmpty()) {
            String name = String.valueOf(folder.getFileName());
            packages.add(new ConnectionPackage(name, folder.toString(), "", parameters.size() > 1, parameters));
        }
    }

    private void file(Path file) throws IOException {
        String text = text(file);
        if (TransportFile.isExport(text)) {
            exported(file.toString(), text);
        } else {
            ParameterText parameter = new ParameterText(parameter(file), file.toString(), text);
            packages.add(new ConnectionPackage(parameter.name(), file.toString(), "", false, List.of(parameter)));
        }
    }

    private void exported(String file, String text) {
        if (TransportFile.isExport(text)) {
            packages.addAll(TransportFile.connections(file, text));
        }
    }

    /** The parameter of a file by its name, in any case and with words around it. */
    private static String parameter(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?i)\\.json$", "");
        return KeyCatalogue.names().stream()
                .filter(known -> name.equalsIgnoreCase(known)
                        || name.toLowerCase(Locale.ROOT)
                                .matches(".*[_. -]" + known.toLowerCase(Locale.ROOT) + "([_. -].*)?"))
                .findFirst()
                .orElse(name);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !Files.isSymbolicLink(child))
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new RefusedPackage("The file has more than " + (LARGEST_FILE >> 20) + " MB");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static boolean isZip(Path file) {
        return lower(file).endsWith(".zip");
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private void unreadable(String file, String reason) {
        findings.add(new Finding(
                Code.FILE_UNREADABLE,
                file,
                "",
                0,
                0,
                "Cannot be read: " + reason,
                "Name a file, a folder or a zip of EIC"));
    }
}
