package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.AttributePath;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Section;
import java.util.Set;

/** Reads where the id and the state of a ticket stand, and what the state means. */
record TicketReader(RulesReader rules) {
    TicketRule read(Section call) {
        return new TicketRule(
                path(call, "ticketidPath"),
                path(call, "ticketStatusPath"),
                values(call, "ticketStatusValue"),
                values(call, "disContinueStatusValue"));
    }

    private AttributePath path(Section call, String key) {
        return call.member(key)
                .flatMap(path -> rules.path(String.valueOf(path.content()), path))
                .orElse(null);
    }

    private static Set<String> values(Section call, String key) {
        return call.member(key).map(TicketReader::allOf).orElse(Set.of());
    }

    private static Set<String> allOf(Located values) {
        return Set.copyOf(RulesReader.values(values));
    }
}
