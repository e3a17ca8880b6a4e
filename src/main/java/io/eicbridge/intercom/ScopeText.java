package io.eicbridge.intercom;

import io.eicbridge.failure.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a scope and collects everything that is wrong with it. */
final class ScopeText {
    // a search takes 15 filters, of which the bridge needs some itself
    private static final int MOST = 10;
    private static final String QUOTED = "\"((?:[^\"]|\"\")*)\"";
    private static final String BARE = "([^,=\"]*?)";
    private static final Pattern CONDITION = Pattern.compile(
            "\\s*(attribute\\.)?(?:" + QUOTED + "|" + BARE + ")\\s*=\\s*(?:" + QUOTED + "|" + BARE + ")\\s*(?:,|$)");
    private static final Set<String> KINDS = Set.of("role", "tag", "segment");
    private static final Set<String> ROLES = Set.of("user", "lead");

    private final List<ScopeCondition> conditions = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ScopeText() {}

    /** The conditions, each once, in the order of their keys and values. */
    static List<ScopeCondition> read(String text) {
        ScopeText reader = new ScopeText();
        if (!text.isBlank()) {
            reader.readAll(text);
            reader.checkTogether();
        }
        if (!reader.problems.isEmpty()) {
            throw new Configuration("\"contacts.filter\" cannot be used: " + String.join("; ", reader.problems)
                    + ". Write it like: role=user, tag=VIP, segment=\"Active, EU\", attribute.plan=pro");
        }
        return reader.sorted();
    }

    private void readAll(String text) {
        Matcher matcher = CONDITION.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                problems.add("found \"" + text.substring(at).strip() + "\", allowed is name=value");
                return;
            }
            add(matcher);
            at = matcher.end();
        }
    }

    private void add(Matcher found) {
        String prefix = found.group(1) == null ? "" : found.group(1);
        String key = prefix + part(found, 2);
        String value = part(found, 4);
        if (value.isEmpty()) {
            problems.add("\"" + key + "\" has no value");
        }
        if (key.equals("role") && !ROLES.contains(value)) {
            problems.add("found role \"" + value + "\", allowed are user and lead");
        }
        boolean known = prefix.isEmpty() ? KINDS.contains(key) : key.length() > prefix.length();
        if (!known) {
            problems.add("found \"" + key + "\", allowed are role, tag, segment and attribute.NAME");
        }
        conditions.add(new ScopeCondition(key, value, found.group(4) != null));
    }

    private void checkTogether() {
        if (conditions.size() > MOST) {
            problems.add("found " + conditions.size() + " conditions, allowed are " + MOST);
        }
        long roles = conditions.stream()
                .filter(one -> one.key().equals("role"))
                .distinct()
                .count();
        if (roles > 1) {
            problems.add("found two roles, allowed is one: a contact has one; for both leave the role out");
        }
    }

    private List<ScopeCondition> sorted() {
        return conditions.stream()
                .distinct()
                .sorted(Comparator.comparing(ScopeCondition::text))
                .toList();
    }

    private static String part(Matcher found, int quoted) {
        return found.group(quoted) == null
                ? found.group(quoted + 1).strip()
                : found.group(quoted).replace("\"\"", "\"");
    }
}
