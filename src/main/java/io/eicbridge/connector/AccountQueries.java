package io.eicbridge.connector;

import io.eicbridge.connector.ListRequest.View;
import io.eicbridge.directory.AccountQuery;
import io.eicbridge.directory.AccountQuery.Sort;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Translates the contract's {@code q}, {@code sort} and {@code order} of accounts into a query of the directory. */
final class AccountQueries {
    private static final Pattern TERM =
            Pattern.compile("\\s*(?:AND\\s+)?(\\w+):(?:\"([^\"]*)\"|(\\S+))(?:\\s+|$)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Sort> SORTS =
            Map.of("accountid", Sort.ID, "name", Sort.NAME, "status", Sort.STATUS);

    private AccountQueries() {}

    /** The query of a view; {@code Rejected} with 400 that says what can be asked. */
    static AccountQuery of(View view) {
        Map<String, String> terms = terms(view.q());
        return new AccountQuery(
                Optional.ofNullable(terms.get("accountid")),
                Optional.ofNullable(terms.get("name")),
                Optional.ofNullable(terms.get("status")).map(AccountQueries::active),
                sort(view.sort()),
                descending(view.order()));
    }

    private static Map<String, String> terms(String q) {
        Map<String, String> terms = new TreeMap<>();
        Matcher matcher = TERM.matcher(q);
        int end = 0;
        while (matcher.lookingAt()) {
            add(terms, matcher);
            end = matcher.end();
            matcher.region(end, q.length());
        }
        if (end != q.length()) {
            throw misunderstood();
        }
        return terms;
    }

    private static void add(Map<String, String> terms, Matcher matcher) {
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        if (!SORTS.containsKey(name) || terms.put(name, value) != null) {
            throw misunderstood();
        }
    }

    private static RuntimeException misunderstood() {
        return Refusals.invalid(
                "'q' is not understood: write status:1, status:0, accountID:… or name:…, each once, joined by a"
                        + " blank or AND; put a value with blanks into double quotes.");
    }

    private static boolean active(String status) {
        if (!"0".equals(status) && !"1".equals(status)) {
            throw misunderstood();
        }
        return "1".equals(status);
    }

    private static Sort sort(String name) {
        if (name.isEmpty()) {
            return Sort.CREATION;
        }
        return Optional.ofNullable(SORTS.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(
                        () -> Refusals.invalid("'sort' names a column that accounts cannot be sorted by: allowed are "
                                + SORTS.values().stream()
                                        .map(AccountQueries::column)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String column(Sort sort) {
        return sort == Sort.ID ? "accountID" : sort.name().toLowerCase(Locale.ROOT);
    }

    private static boolean descending(String order) {
        if (!order.isEmpty() && !"asc".equalsIgnoreCase(order) && !"desc".equalsIgnoreCase(order)) {
            throw Refusals.invalid("'order' is neither asc nor desc.");
        }
        return "desc".equalsIgnoreCase(order);
    }
}
