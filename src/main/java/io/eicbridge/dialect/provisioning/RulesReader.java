package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.AttributePath;
import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code successResponses} and {@code unsuccessResponses} in every shape that packages have. */
record RulesReader(Findings findings) {
    ResponseRules read(Section call) {
        List<List<ResponseCondition>> success = alternatives(call, "successResponses");
        List<ResponseCondition> failure = alternatives(call, "unsuccessResponses").stream()
                .flatMap(List::stream)
                .toList();
        return new ResponseRules(success, failure);
    }

    private List<List<ResponseCondition>> alternatives(Section call, String key) {
        Optional<Located> rules = call.member(key).filter(value -> !"".equals(value.content()));
        if (rules.isEmpty()) {
            return List.of();
        }
        List<Located> maps =
                rules.get().isObject() ? List.of(rules.get()) : rules.get().elements();
        if (!rules.get().isObject() && !(rules.get().content() instanceof List)) {
            findings.add(
                    rules.get(),
                    "must be an object such as {\"statusCode\": [200]} or a list of such, found "
                            + rules.get().found());
        }
        return maps.stream().map(this::conditions).filter(all -> !all.isEmpty()).toList();
    }

    private List<ResponseCondition> conditions(Located map) {
        if (!map.isObject()) {
            findings.add(map, "must be an object such as {\"statusCode\": [200]}, found " + map.found());
        }
        List<ResponseCondition> conditions = new ArrayList<>();
        map.members().values().forEach(line -> condition(line).ifPresent(conditions::add));
        return conditions;
    }

    private Optional<ResponseCondition> condition(Located line) {
        Set<String> values = values(line);
        if (values.isEmpty()) {
            findings.add(line, "must be a value or a list of values, found " + line.found());
            return Optional.empty();
        }
        if (line.key().equals(ResponseCondition.STATUS)) {
            requireStatuses(line, values);
        }
        return path(line.key(), line).map(path -> new ResponseCondition(line.key(), path, values));
    }

    /** The path of a value in an answer, empty if it was reported. */
    Optional<AttributePath> path(String text, Located at) {
        try {
            return Optional.of(AttributePath.parse(text));
        } catch (IllegalArgumentException wrong) {
            findings.add(at, wrong.getMessage());
            return Optional.empty();
        }
    }

    private void requireStatuses(Located line, Set<String> values) {
        values.stream()
                .filter(value -> !value.matches("[1-5]\\d\\d"))
                .forEach(value -> findings.add(line, "\"" + value + "\" is no HTTP status: they go from 100 to 599"));
    }

    /** One value or all of a list, as texts; EIC does not tell 200 from "200". */
    static Set<String> values(Located line) {
        Set<String> values = new LinkedHashSet<>();
        List<Located> all = line.content() instanceof List ? line.elements() : List.of(line);
        all.stream()
                .map(Located::content)
                .filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean)
                .forEach(value -> values.add(String.valueOf(value)));
        return values;
    }
}
