package io.eicbridge.flow;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One file of the routes folder with the places of everything in it.
 *
 * @param entries its top-level list, empty where the file cannot be read
 * @param problems why it cannot be read as a list of routes, empty where it can
 */
public record RouteFile(Path path, List<String> lines, List<YamlPart> entries, List<RouteProblem> problems) {
    private static final String ENDING = ".camel.yaml";

    /**
     * All {@code *.camel.yaml} files directly in the folder, by name; hidden ones are an editor's own.
     *
     * @throws Configuration where the folder cannot be read or holds none
     */
    public static List<RouteFile> allOf(Path folder) {
        List<Path> routes = routesIn(folder);
        if (routes.isEmpty()) {
            throw new Configuration("The folder \"" + folder + "\" holds no file that ends in \"" + ENDING
                    + "\"; allowed is at least one. Put the routes there, or start the program beside its folder.");
        }
        return routes.stream().map(RouteFile::read).toList();
    }

    /** Reads one file; faults of its YAML become {@link #problems()}, with their places. */
    public static RouteFile read(Path path) {
        try {
            return parse(path, Files.readString(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The file's name without {@code .camel.yaml}. */
    public String name() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The file's text in which the lines of the given entries are blank, so that all other lines keep their numbers. */
    public String without(Collection<YamlPart> leftOut) {
        List<String> kept = new ArrayList<>(lines);
        for (YamlPart entry : leftOut) {
            kept.subList(entry.line() - 1, endOf(entry)).replaceAll(line -> "");
        }
        return String.join("\n", kept) + "\n";
    }

    /** The lines of one entry, without empty ones behind it. */
    String text(YamlPart entry) {
        return String.join("\n", lines.subList(entry.line() - 1, endOf(entry))).stripTrailing();
    }

    private static List<Path> routesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(RouteFile::isOne).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Whether a file of the folder holds routes; what is hidden, an editor keeps there while somebody works. */
    static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private static Configuration unreadable(Path path, IOException e) {
        return new Configuration(
                "\"" + path + "\" cannot be read (" + e.getClass().getSimpleName()
                        + "); allowed is UTF-8 text that the program may read. Correct the place, permissions or encoding.");
    }

    private int endOf(YamlPart entry) {
        int next = entries.indexOf(entry) + 1;
        return next < entries.size() ? entries.get(next).line() - 1 : lines.size();
    }

    private static RouteFile parse(Path path, String text) {
        List<String> lines = text.lines().toList();
        try {
            Optional<YamlPart> root =
                    new Compose(settings(path)).composeString(text).map(node -> new YamlPart(path, node));
            List<YamlPart> entries = root.map(YamlPart::items).orElse(List.of());
            return new RouteFile(path, lines, entries, entries.isEmpty() ? List.of(noList(path)) : List.of());
        } catch (YamlEngineException e) {
            return new RouteFile(path, lines, List.of(), List.of(unreadable(path, e)));
        }
    }

    private static LoadSettings settings(Path path) {
        return LoadSettings.builder().setLabel(path.toString()).build();
    }

    private static RouteProblem noList(Path path) {
        return new RouteProblem(
                path,
                1,
                1,
                "the file holds no list; allowed is a list of '- route:' and '- routeConfiguration:'",
                "Write at least one route, or take the file away");
    }

    private static RouteProblem unreadable(Path path, YamlEngineException e) {
        Optional<Mark> mark =
                e instanceof MarkedYamlEngineException marked ? marked.getProblemMark() : Optional.empty();
        String reason = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
        return new RouteProblem(
                path,
                mark.map(Mark::getLine).orElse(-1) + 1,
                mark.map(Mark::getColumn).orElse(-1) + 1,
                "the file is no YAML: " + reason,
                "Mend the indentation, quotes or brackets there");
    }
}
