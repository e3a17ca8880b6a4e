package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/** Every endpoint of the made-up Intercom. */
public final class Api {
    private final Endpoints endpoints;
    private final CompanyAnswers companies;

    /** The endpoints over a workspace and its tickets. */
    public Api(Workspace workspace, Desk desk) {
        ContactWriter contactWriter = new ContactWriter(workspace);
        CompanyWriter companyWriter = new CompanyWriter(workspace);
        this.companies = new CompanyAnswers(workspace, companyWriter, contactWriter);
        TeammateAnswers teammates = new TeammateAnswers(workspace);
        TicketTypeWriter types = new TicketTypeWriter(desk);
        TicketWriter tickets = new TicketWriter(workspace, desk, types);
        this.endpoints = new Endpoints(Stream.of(
                        // before the contact whose id would be "activities"
                        new ContactActivityAnswers(workspace.contactActivities()).all(),
                        new ContactAnswers(workspace, contactWriter).all(),
                        new ContactWrites(workspace, contactWriter).all(),
                        new StandingWrites(workspace).all(),
                        new TagWrites(workspace).all(),
                        new SubscriptionWrites(workspace).all(),
                        new CompanyWrites(workspace, companyWriter).all(),
                        new CompanyHoldingWrites(workspace, companyWriter).all(),
                        new AttributeWrites(workspace).all(),
                        new HoldingAnswers(workspace, companyWriter).all(),
                        companies.all(),
                        new ListAnswers(workspace).all(),
                        new ActivityAnswers(workspace).all(),
                        teammates.all(),
                        new TeamWrites(workspace, teammates).all(),
                        new SchemaAnswers(workspace).all(),
                        new TicketTypeAnswers(desk, types).all(),
                        new TicketTypeWrites(desk, workspace.effects(), types).all(),
                        new TicketCreation(workspace, desk, tickets).all(),
                        new TicketAnswers(desk, tickets).all(),
                        new TicketWrites(workspace, desk, tickets).all(),
                        new TicketReplies(workspace, desk).all())
                .flatMap(List::stream)
                .toList());
    }

    /** The table of endpoints. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Forgets the scroll of companies that is open. */
    public void closeScroll() {
        companies.reset();
    }
}
