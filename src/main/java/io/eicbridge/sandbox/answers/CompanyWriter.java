package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.people.Firm;
import io.eicbridge.sandbox.workspace.Attribute;
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
        out.raw(",\"remote_created_at\":").value(company.value("remote_created_at", firm.createdAt()));
        out.raw(",\"created_at\":").number(firm.createdAt());
        out.raw(",\"updated_at\":").number(company.updatedAt());
        out.raw(",\"last_request_at\":").number(firm.updatedAt());
        facts(company, out);
        out.raw(",\"user_count\":").number(workspace.companies().people(number));
        out.raw(TAIL);
    }

    private void facts(Company company, JsonBytes out) {
        Firm firm = company.firm();
        out.raw(",\"monthly_spend\":").value(company.value("monthly_spend", firm.monthlySpend()));
        out.raw(",\"session_count\":").number(firm.size() * 3L);
        out.raw(",\"size\":").value(company.value("size", firm.size()));
        out.raw(",\"website\":").value(company.value("website", "https://" + firm.website()));
        out.raw(",\"industry\":").value(company.value("industry", firm.industry()));
        String plan = company.value("plan", firm.plan()).toString();
        out.raw(",\"plan\":{\"type\":\"plan\",\"id\":").text(String.valueOf(1_700 + plan.length()));
        out.raw(",\"name\":").text(plan).raw("},\"custom_attributes\":{\"region\":");
        out.text(firm.index() % 3 == 0 ? "EMEA" : "AMER");
        for (Attribute attribute : workspace.attributes().ofCompanies()) {
            Object value = company.value(attribute.name(), null);
            if (value != null) {
                out.raw(",").text(attribute.shortName()).raw(":").value(value);
            }
        }
        out.raw("}");
    }
}
