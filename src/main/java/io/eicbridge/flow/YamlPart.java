package io.eicbridge.flow;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping, list or text of a YAML file that knows its place. */
public final class YamlPart {
    private final Path file;
    private final Node node;

    YamlPart(Path file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The parts under their keys, in the order of the file; empty where this is no mapping. */
    public Map<String, YamlPart> fields() {
        Map<String, YamlPart> fields = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> fields.put(key(tuple), new YamlPart(file, tuple.getValueNode())));
        }
        return fields;
    }

    /** The part under one key. */
    public Optional<YamlPart> field(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    /** The text under one key, empty where there is none. */
    public String text(String key) {
        return field(key).map(YamlPart::text).orElse("");
    }

    /** The members of a list; empty where this is no list. */
    public List<YamlPart> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(item -> new YamlPart(file, item)).toList()
                : List.of();
    }

    /** The text of a scalar, empty where this is a mapping or a list. */
    public String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Whether this is a plain text, number or truth value. */
    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Whether this has keys. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** This part and all parts inside it, in the order of the file. */
    public Stream<YamlPart> everything() {
        Stream<YamlPart> inside = Stream.concat(fields().values().stream(), items().stream());
        return Stream.concat(Stream.of(this), inside.flatMap(YamlPart::everything));
    }

    /** The line where this begins, counted from 1. */
    public int line() {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** The column where this begins, counted from 1. */
    public int column() {
        return node.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }

    /** A problem at this place. */
    public RouteProblem problem(String message, String remedy) {
        return new RouteProblem(file, line(), column(), message, remedy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof YamlPart part && part.node == node;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(node);
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
