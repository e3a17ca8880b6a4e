package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Company;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The endpoints that list, scroll and show companies. */
final class CompanyAnswers {
    private static final String SCOPE = "read_users_companies";
    private static final int LISTED = 10_000;
    private static final int LARGEST_PAGE = 60;
    private final Workspace workspace;
    private final CompanyWriter writer;
    private final ContactWriter contacts;
    private final Scroll scroll;

    CompanyAnswers(Workspace workspace, CompanyWriter writer, ContactWriter contacts) {
        this.workspace = workspace;
        this.writer = writer;
        this.contacts = contacts;
        this.scroll = new Scroll(workspace.time());
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/companies/list", SCOPE, this::list),
                Endpoint.get("/companies/scroll", SCOPE, this::scroll),
                Endpoint.get(
                        "/companies/{id}",
                        SCOPE,
                        (asked, mischief, out) -> writer.write(get(asked).number(), out)),
                Endpoint.get("/companies/{id}/contacts", SCOPE, this::people));
    }

    private void list(Asked asked, Mischief mischief, JsonBytes out) {
        int[] all = workspace.companies().inhabitedByRequest();
        Slice slice = Slice.of(asked, 15, LARGEST_PAGE, all.length);
        if (slice.from() + slice.perPage() > LISTED) {
            throw Refusal.bad("page_limit_reached", "page limit reached, please use scroll API");
        }
        out.raw("{\"type\":\"list\",\"data\":[");
        for (int at = slice.start(); at < slice.end(); at++) {
            writer.write(all[at], out.comma(at == slice.start()));
        }
        Paging.byNumber(slice, asked.baseUrl() + "/companies/list", mischief, out);
    }

    private void scroll(Asked asked, Mischief mischief, JsonBytes out) {
        String parameter = asked.query("scroll_param");
        Scroll.Page page = parameter == null || parameter.isEmpty()
                ? scroll.open(workspace.companies().inhabited())
                : scroll.follow(parameter, mischief);
        out.raw("{\"type\":\"list\",\"data\":[");
        for (int at = 0; at < page.companies().length; at++) {
            writer.write(page.companies()[at], out.comma(at == 0));
        }
        out.raw("],\"pages\":null,\"total_count\":null,\"scroll_param\":")
                .text(page.parameter())
                .raw("}");
    }

    /** Forgets the scroll that is open. */
    void reset() {
        scroll.close();
    }

    private void people(Asked asked, Mischief mischief, JsonBytes out) {
        Company company = get(asked);
        int total = workspace.companies().people(company.number());
        Slice slice = Slice.of(asked, 50, LARGEST_PAGE, total);
        List<Contact> page = workspace
                .companies()
                .contactsOf(company.number())
                .skip(slice.from())
                .limit(slice.perPage())
                .toList();
        out.raw("{\"type\":\"list\",\"data\":[");
        for (int at = 0; at < page.size(); at++) {
            contacts.write(page.get(at), asked.version(), out.comma(at == 0));
        }
        Paging.byNumber(slice, asked.baseUrl() + "/companies/" + company.id() + "/contacts", mischief, out);
    }

    private Company get(Asked asked) {
        return get(workspace, asked.variable("id"));
    }

    /** The company of that id. */
    static Company get(Workspace workspace, String id) {
        return workspace.companies().find(id).orElseThrow(CompanyAnswers::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("company_not_found", "Company Not Found");
    }
}
