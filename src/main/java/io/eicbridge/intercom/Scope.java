package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which contacts the bridge is for: the conditions of {@code contacts.filter}, all of which a contact must meet. */
public final class Scope {
    private final List<ScopeCondition> conditions;

    private Scope(List<ScopeCondition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads for instance {@code role=user, tag=VIP, segment=Active, attribute.plan=pro}. Names and values with commas,
     * quotes or equal signs stand in double quotes; an attribute's value without quotes may be a number or a boolean.
     *
     * @throws Configuration with all problems of the text at once
     */
    public static Scope parse(String text) {
        return new Scope(ScopeText.read(text == null ? "" : text));
    }

    /** Whether every contact is in scope. */
    public boolean everything() {
        return conditions.isEmpty();
    }

    /**
     * The conditions as filters of a search.
     *
     * @param tags the id of the tag of a name; likewise {@code segments}
     * @throws Configuration naming every tag and segment that the workspace does not have
     */
    public List<ObjectNode> filters(
            Function<String, Optional<String>> tags, Function<String, Optional<String>> segments) {
        List<ObjectNode> filters = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ScopeCondition condition : conditions) {
            condition.filter(tags, segments).ifPresentOrElse(filters::add, () -> unknown.add(condition.text()));
        }
        if (!unknown.isEmpty()) {
            throw new Configuration(
                    "Nothing was read: \"contacts.filter\" names what the Intercom workspace does not have: "
                            + String.join(", ", unknown)
                            + ". Correct the name as Intercom shows it, or create it there.");
        }
        return filters;
    }

    /** The conditions in one form, whatever their order and spacing was; reads back as the same scope. */
    public String text() {
        return conditions.stream().map(ScopeCondition::text).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope scope && scope.conditions.equals(conditions);
    }

    @Override
    public int hashCode() {
        return conditions.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
