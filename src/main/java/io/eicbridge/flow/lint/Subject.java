package io.eicbridge.flow.lint;

import io.eicbridge.flow.RouteFile;
import io.eicbridge.flow.YamlPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is checked: the files, the properties beside them and the beans that the program offers to routes.
 *
 * @param programKeys the keys that the program itself reads
 */
record Subject(List<RouteFile> files, PropertyLines properties, Map<String, Class<?>> beans, Set<String> programKeys) {

    /** The routes of all files. */
    List<Entry> routes() {
        return entries("route").toList();
    }

    /** The routes and route configurations of all files. */
    List<Entry> named() {
        return Stream.of("route", "routeConfiguration").flatMap(this::entries).toList();
    }

    /** The route configurations of all files. */
    List<Entry> configurations() {
        return entries("routeConfiguration").toList();
    }

    /** All parts of all files, in the order of the files. */
    Stream<YamlPart> everything() {
        return files.stream().flatMap(file -> file.entries().stream()).flatMap(YamlPart::everything);
    }

    private Stream<Entry> entries(String kind) {
        return files.stream().flatMap(file -> file.entries().stream()
                .flatMap(entry -> entry.field(kind).map(part -> new Entry(kind, file, part)).stream()));
    }
}
