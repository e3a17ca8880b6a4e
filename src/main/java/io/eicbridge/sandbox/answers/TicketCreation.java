package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Jobs;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The endpoints that create tickets, at once or by a job. */
final class TicketCreation {
    private static final Set<String> KNOWN = Set.of(
            "ticket_type_id",
            "contacts",
            "ticket_attributes",
            "company_id",
            "created_at",
            "conversation_to_link_id",
            "assignment",
            "skip_notifications");
    private final Workspace workspace;
    private final Desk desk;
    private final TicketBody bodies;
    private final TicketWriter writer;

    TicketCreation(Workspace workspace, Desk desk, TicketWriter writer) {
        this.workspace = workspace;
        this.desk = desk;
        this.bodies = new TicketBody(workspace, desk);
        this.writer = writer;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/tickets", TicketTypeWrites.SCOPE, this::create),
                Endpoint.post("/tickets/enqueue", TicketTypeWrites.SCOPE, this::enqueue)
                        .from(14),
                Endpoint.get("/jobs/status/{id}", TicketTypeAnswers.SCOPE, this::poll)
                        .from(14));
    }

    private void create(Asked asked, Mischief mischief, JsonBytes out) {
        writer.write(made(asked), asked.version(), out);
    }

    private Ticket made(Asked asked) {
        JsonNode body = Given.object(asked.body(), KNOWN);
        TicketType type = bodies.type(body);
        Map<Integer, Object> values = bodies.values(body, type);
        TicketBody.complete(type, values);
        Ticket.Handling handling = handling(body, asked.version());
        Long createdAt = body.has("created_at") ? Given.second("created_at", body.path("created_at")) : null;
        Contact contact = workspace.changes().together(() -> bodies.contact(body));
        Ticket ticket = desk.tickets()
                .create(
                        type,
                        values,
                        desk.states().first("submitted").orElseThrow(),
                        contact.id(),
                        handling,
                        createdAt);
        workspace.effects().count("ticket_created", String.valueOf(ticket.id()), true);
        return ticket;
    }

    private Ticket.Handling handling(JsonNode body, Version version) {
        String company = Given.text("company_id", body.path("company_id"));
        Ticket.Handling handling = new Ticket.Handling(true, null, false, 0, 0, company);
        JsonNode assignment = body.path("assignment");
        if (assignment.isMissingNode()) {
            return handling;
        }
        if (!version.since(14)) {
            throw Refusal.bad("bad_request", "bad 'assignment' parameter");
        }
        for (String name : List.of("admin_assignee_id", "team_assignee_id")) {
            String assignee = Given.text(name, assignment.path(name));
            handling = assignee == null ? handling : bodies.assigned(handling, assignee);
        }
        return handling;
    }

    /** What is wrong is refused at once; the ticket is there at once, too, but the job tells of it later. */
    private void enqueue(Asked asked, Mischief mischief, JsonBytes out) {
        String ticket = null;
        if (desk.jobs().isFailing()) {
            bodies.type(Given.object(asked.body(), KNOWN));
        } else {
            ticket = String.valueOf(made(asked).id());
        }
        Jobs.Job job = desk.jobs().begin(ticket);
        workspace.effects().count("ticket_enqueued", job.id(), true);
        write(new Jobs.Job(job.id(), Math.max(1, job.pollsLeft()), ticket), asked, out);
    }

    private void poll(Asked asked, Mischief mischief, JsonBytes out) {
        Jobs.Job job = desk.jobs()
                .poll(asked.variable("id"))
                .orElseThrow(() -> Refusal.notFound("job_not_found", "Job Not Found"));
        write(job, asked, out);
    }

    private static void write(Jobs.Job job, Asked asked, JsonBytes out) {
        boolean done = job.status().equals("success");
        out.raw("{\"type\":\"job\",\"id\":").text(job.id()).raw(",\"status\":").text(job.status());
        out.raw(",\"url\":").text(asked.baseUrl() + "/jobs/status/" + job.id());
        out.raw(",\"resource_type\":\"ticket\",\"resource_id\":").value(done ? job.ticket() : null);
        out.raw(",\"resource_url\":").value(done ? asked.baseUrl() + "/tickets/" + job.ticket() : null);
        out.raw("}");
    }
}
