package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Company;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Holding;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The endpoints that attach companies to contacts and detach them. */
final class CompanyHoldingWrites {
    private static final int MOST = 1000;
    private final Workspace workspace;
    private final CompanyWriter writer;

    CompanyHoldingWrites(Workspace workspace, CompanyWriter writer) {
        this.workspace = workspace;
        this.writer = writer;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/contacts/{id}/companies", ContactWrites.SCOPE, this::attach),
                Endpoint.delete("/contacts/{id}/companies/{company}", ContactWrites.SCOPE, this::detach));
    }

    private void attach(Asked asked, Mischief mischief, JsonBytes out) {
        String id = Given.text("id", asked.body().path("id"));
        if (id == null) {
            throw Refusal.bad("parameter_not_found", "company not specified");
        }
        hold(asked, id, true, out);
    }

    private void detach(Asked asked, Mischief mischief, JsonBytes out) {
        hold(asked, asked.variable("company"), false, out);
    }

    private void hold(Asked asked, String id, boolean held, JsonBytes out) {
        Company company = workspace.changes().together(() -> {
            Contact contact = ContactAnswers.get(workspace, asked);
            Company wanted = CompanyAnswers.get(workspace, id);
            refuseTooMany(contact, wanted, held);
            boolean changed = workspace.changes().hold(contact, Holding.COMPANY, wanted.number(), held);
            String kind = held ? "company_attached" : "company_detached";
            workspace.effects().count(kind, contact.id() + "/" + wanted.id(), changed);
            return wanted;
        });
        writer.write(company.number(), out);
    }

    private void refuseTooMany(Contact contact, Company wanted, boolean held) {
        boolean more = held && !contact.holds(Holding.COMPANY, wanted.number());
        if (more && workspace.companiesOf(contact).size() >= MOST) {
            throw Refusal.bad(
                    "contact_company_limit_exceeded",
                    "Contact has reached the maximum of " + MOST + " company associations");
        }
    }
}
