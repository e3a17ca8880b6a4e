package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.people.Firm;
import io.eicbridge.sandbox.workspace.Company;
import io.eicbridge.sandbox.workspace.Workspace;

/** Writes companies. */
final class CompanyWriter {
    private static final byte[] TAIL = JsonBytes.ascii(
            ",\"tags\":{\"type\":\"tag.list\",\"tags\":[]},"
                    + "\"segments\":{\"type\":\"segment.list\",\"segments\":[]},\"notes\":{\"type\":\"note.list\",\"notes\":[]}}");
    private final Workspace workspace;

    CompanyWriter(Workspace workspace) {
        this.workspace = workspace;
    }

    void write(int number, JsonBytes out) {
        Company company = workspace.companies().at(number);
        Firm firm = company.firm();
        out.raw("{\"type\":\"company\",\"id\":").text(firm.id());
        out.raw(",\"company_id\":").text(firm.companyId());
        out.raw(",\"app_id\":\"" + Workspace.ID + "\",\"name\":").text(company.name());
        out.raw(",\"remote_created_at\":").number(firm.createdAt());
        out.raw(",\"created_at\":").number(firm.createdAt());
        out.raw(",\"updated_at\":").number(company.updatedAt());
        out.raw(",\"last_request_at\":").number(firm.updatedAt());
        facts(firm, out);
        out.raw(",\"user_count\":").number(workspace.companies().people(number));
        out.raw(TAIL);
    }

    private static void facts(Firm firm, JsonBytes out) {
        out.raw(",\"monthly_spend\":").number(firm.monthlySpend());
        out.raw(",\"session_count\":").number(firm.size() * 3L);
        out.raw(",\"size\":").number(firm.size());
        out.raw(",\"website\":").text("https://" + firm.website());
        out.raw(",\"industry\":").text(firm.industry());
        out.raw(",\"plan\":{\"type\":\"plan\",\"id\":")
                .text(String.valueOf(1_700 + firm.plan().length()));
        out.raw(",\"name\":").text(firm.plan()).raw("},\"custom_attributes\":{\"region\":");
        out.text(firm.index() % 3 == 0 ? "EMEA" : "AMER").raw("}");
    }
}
