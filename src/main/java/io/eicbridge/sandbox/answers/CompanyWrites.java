package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Companies;
import io.eicbridge.sandbox.workspace.Company;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** The endpoints that create, change, find and delete companies. */
final class CompanyWrites {
    private final Workspace workspace;
    private final Companies companies;
    private final CompanyWriter writer;
    private final CompanyBody bodies;

    CompanyWrites(Workspace workspace, CompanyWriter writer) {
        this.workspace = workspace;
        this.companies = workspace.companies();
        this.writer = writer;
        this.bodies = new CompanyBody(workspace.attributes());
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/companies", ContactWrites.SCOPE, this::save),
                Endpoint.get("/companies", "read_users_companies", this::find),
                Endpoint.put("/companies/{id}", ContactWrites.SCOPE, this::update),
                Endpoint.delete("/companies/{id}", ContactWrites.SCOPE, this::delete));
    }

    /** Creates the company of that company_id, or changes it where there is one. */
    private void save(Asked asked, Mischief mischief, JsonBytes out) {
        Map<String, Object> values = bodies.read(asked.body());
        Object companyId = values.remove("company_id");
        if (companyId == null) {
            throw Refusal.bad("parameter_not_found", "company_id not specified");
        }
        synchronized (companies) {
            Company company = companies.findByCompanyId(companyId.toString()).orElse(null);
            writer.write(company == null ? create(companyId.toString(), values) : update(company, values), out);
        }
    }

    private int create(String companyId, Map<String, Object> values) {
        String name = values.getOrDefault("name", companyId).toString();
        Company company = companies.create(companyId, name, now());
        companies.update(company, values, now());
        workspace.effects().count("company_created", company.id(), true);
        return company.number();
    }

    private int update(Company company, Map<String, Object> values) {
        boolean changed = companies.update(company, values, now());
        workspace.effects().count("company_updated", company.id(), changed);
        return company.number();
    }

    private void update(Asked asked, Mischief mischief, JsonBytes out) {
        Map<String, Object> values = bodies.read(asked.body());
        if (values.containsKey("company_id")) {
            throw Refusal.bad("bad_request", "bad 'company_id' parameter");
        }
        synchronized (companies) {
            writer.write(update(CompanyAnswers.get(workspace, asked.variable("id")), values), out);
        }
    }

    private void find(Asked asked, Mischief mischief, JsonBytes out) {
        String companyId = asked.query("company_id");
        String name = asked.query("name");
        if (companyId == null && name == null) {
            throw Refusal.bad("parameter_not_found", "company_id or name not specified");
        }
        Company company = (companyId == null ? companies.findByName(name) : companies.findByCompanyId(companyId))
                .orElseThrow(CompanyAnswers::unknown);
        writer.write(company.number(), out);
    }

    private void delete(Asked asked, Mischief mischief, JsonBytes out) {
        synchronized (companies) {
            Company company = CompanyAnswers.get(workspace, asked.variable("id"));
            companies.delete(company.id());
            workspace.effects().count("company_deleted", company.id(), true);
            out.raw("{\"id\":").text(company.id()).raw(",\"object\":\"company\",\"deleted\":true}");
        }
    }

    private long now() {
        return workspace.time().second();
    }
}
