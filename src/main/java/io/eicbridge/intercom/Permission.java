package io.eicbridge.intercom;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which permission of the Intercom app a call needs.
 *
 * @param capability the bridge's word for what cannot be used without it
 * @param title what Intercom's Developer Hub calls it
 */
record Permission(String capability, String title) {
    private static final String READ_ADMINS = "Read admins";
    private static final String READ_PEOPLE = "Read and list users and companies";
    private static final String WRITE_PEOPLE = "Read and write users";

    // the first match counts
    private static final List<Rule> RULES = List.of(
            rule("(GET|POST) /admins/activity_log.*", "activity-log", "Read admin activity logs"),
            rule("GET /(me|admins|away_status_reasons)(/.*)?", "admin-read", READ_ADMINS),
            rule("\\w+ /admins(/.*)?", "admin-write", "Update admins"),
            rule("GET /teams(/.*)?", "team-read", READ_ADMINS),
            rule("\\w+ /teams(/.*)?", "team-write", "Update admins"),
            rule("GET /(contacts/[^/]+/)?tags(/.*)?", "tag-read", "Read tags"),
            rule("\\w+ /(contacts/[^/]+/)?tags(/.*)?", "tag-write", "Write tags"),
            rule("(GET /contacts(/.*)?|POST /contacts/search)", "contact-read", READ_PEOPLE),
            rule("\\w+ /contacts(/.*)?", "contact-write", WRITE_PEOPLE),
            rule("(GET /companies(/.*)?|POST /companies/(list|search))", "company-read", READ_PEOPLE),
            rule("\\w+ /companies(/.*)?", "company-write", WRITE_PEOPLE),
            rule("GET /(segments|subscription_types|data_attributes)(/.*)?", "contact-read", READ_PEOPLE),
            rule("(GET /ticket.*|POST /tickets/search)", "ticket-read", "Read tickets"),
            rule("\\w+ /ticket.*", "ticket-write", "Write tickets"));

    /** The permission for a call; for one that is not in the table its own place, in words. */
    static Permission of(Call call) {
        String place = call.method() + " " + call.path().replaceFirst("\\?.*$", "");
        return RULES.stream()
                .filter(rule -> rule.place.matcher(place).matches())
                .map(Rule::permission)
                .findFirst()
                .orElseGet(() -> new Permission(call.place(), "the one for " + call.place()));
    }

    private static Rule rule(String place, String capability, String title) {
        return new Rule(Pattern.compile(place), new Permission(capability, title));
    }

    private record Rule(Pattern place, Permission permission) {}
}
