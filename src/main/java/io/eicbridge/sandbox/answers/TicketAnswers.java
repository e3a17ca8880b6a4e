package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.search.Cursor;
import io.eicbridge.sandbox.search.TicketQuery;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The endpoints that show and search tickets; points in time match by the second in every version. */
final class TicketAnswers {
    private static final int USUAL_PAGE = 20;
    private final Desk desk;
    private final TicketWriter writer;
    private final TicketQuery queries;

    TicketAnswers(Desk desk, TicketWriter writer) {
        this.desk = desk;
        this.writer = writer;
        this.queries = new TicketQuery(desk);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/tickets/search", TicketTypeAnswers.SCOPE, this::search),
                Endpoint.get(
                        "/tickets/{id}",
                        TicketTypeAnswers.SCOPE,
                        (asked, mischief, out) -> writer.write(get(desk, asked), asked.version(), out)));
    }

    private void search(Asked asked, Mischief mischief, JsonBytes out) {
        Predicate<Ticket> wanted = queries.read(asked.body().path("query"));
        JsonNode sort = asked.body().path("sort");
        ToLongFunction<Ticket> key = TicketQuery.second(sort.path("field").asText("created_at"));
        boolean descending = SearchBody.descending(sort);
        Comparator<Ticket> ascending = Comparator.comparingLong(key).thenComparingInt(Ticket::id);
        List<Ticket> found = desk.tickets().indexed().stream()
                .filter(wanted)
                .sorted(descending ? ascending.reversed() : ascending)
                .toList();
        write(found, key, descending, asked, mischief, out);
    }

    private void write(
            List<Ticket> found,
            ToLongFunction<Ticket> key,
            boolean descending,
            Asked asked,
            Mischief mischief,
            JsonBytes out) {
        JsonNode pagination = asked.body().path("pagination");
        int perPage = SearchBody.perPage(pagination, USUAL_PAGE);
        Cursor after = SearchBody.after(pagination);
        List<Ticket> rest = found.stream()
                .filter(ticket -> after == null || isAfter(ticket, key, after, descending))
                .toList();
        List<Ticket> page = rest.subList(0, Math.min(perPage, rest.size()));
        out.raw("{\"type\":\"ticket.list\",\"tickets\":[");
        for (int at = 0; at < page.size(); at++) {
            writer.write(page.get(at), asked.version(), out.comma(at == 0));
        }
        int number = after == null ? 1 : after.page();
        boolean more = rest.size() > page.size() && mischief != Mischief.ENDS_EARLY;
        Ticket last = page.isEmpty() ? null : page.get(page.size() - 1);
        Cursor next = more ? new Cursor(key.applyAsLong(last), last.id(), number + 1) : null;
        Paging.byCursor(found.size(), number, perPage, next, out);
    }

    private static boolean isAfter(Ticket ticket, ToLongFunction<Ticket> key, Cursor after, boolean descending) {
        int compared = Long.compare(key.applyAsLong(ticket), after.value());
        int decided = compared == 0 ? Integer.compare(ticket.id(), after.index()) : compared;
        return descending ? decided < 0 : decided > 0;
    }

    /** The ticket that the path names. */
    static Ticket get(Desk desk, Asked asked) {
        return desk.tickets()
                .find(asked.variable("id"))
                .orElseThrow(() -> Refusal.notFound("ticket_not_found", "Ticket not found"));
    }
}
