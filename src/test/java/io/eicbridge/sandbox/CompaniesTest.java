package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompaniesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private IntercomSandbox sandbox;
    private Controls controls;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(5_000).withClock(clock));
        controls = sandbox.controls();
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private List<JsonNode> scrollAll() throws Exception {
        List<JsonNode> companies = new ArrayList<>();
        Client.Answer page = client.get("/companies/scroll");
        while (!page.ids().isEmpty()) {
            page.at("/data").forEach(companies::add);
            page = client.get(
                    "/companies/scroll?scroll_param=" + page.at("/scroll_param").asText());
        }
        return companies;
    }

    @Test
    void scrollsThroughEveryCompanyThatHasPeople() throws Exception {
        List<JsonNode> companies = scrollAll();
        Map<String, Integer> people = new TreeMap<>();
        companies.forEach(company -> people.put(
                company.path("id").asText(), company.path("user_count").asInt()));
        assertThat(people).hasSameSizeAs(companies);
        assertThat(people).isEqualTo(sandbox.census().holders().get(Holding.COMPANY));
        assertThat(client.get("/companies/scroll").at("/pages").isNull()).isTrue();
    }

    @Test
    void refusesASecondScrollUntilTheFirstEndsOrExpires() throws Exception {
        String parameter = client.get("/companies/scroll").at("/scroll_param").asText();
        assertThat(client.get("/companies/scroll").code()).isEqualTo("scroll_exists");
        clock.advance(Duration.ofSeconds(59));
        assertThat(client.get("/companies/scroll?scroll_param=" + parameter).status())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(61));
        Client.Answer expired = client.get("/companies/scroll?scroll_param=" + parameter);
        assertThat(expired.status()).isEqualTo(404);
        assertThat(expired.text()).contains("scroll parameter not found");
        assertThat(client.get("/companies/scroll").status()).isEqualTo(200);
    }

    @Test
    void asksToRestartALostScroll() throws Exception {
        String parameter = client.get("/companies/scroll").at("/scroll_param").asText();
        sandbox.faults()
                .add(Fault.of(FaultKind.SCROLL_LOST).on("/companies/scroll").times(1));
        Client.Answer lost = client.get("/companies/scroll?scroll_param=" + parameter);
        assertThat(lost.status()).isEqualTo(500);
        assertThat(lost.text()).contains("Please restart the scroll operation");
        assertThat(client.get("/companies/scroll").status()).isEqualTo(200);
    }

    @Test
    void listsFifteenCompaniesAPageTheLatestRequestFirstWithTheNextPageAsUrl() throws Exception {
        Client.Answer page = client.post("/companies/list", "");
        assertThat(page.ids()).hasSize(15);
        List<Long> requests = new ArrayList<>();
        page.at("/data")
                .forEach(company -> requests.add(company.path("last_request_at").asLong()));
        assertThat(requests).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.at("/pages/next").asText()).isEqualTo(sandbox.url() + "/companies/list?per_page=15&page=2");
        assertThat(page.total()).isEqualTo(scrollAll().size());
    }

    @Test
    void listsNoMoreThanTenThousandCompanies() throws Exception {
        assertThat(client.post("/companies/list?per_page=50&page=200", "").status())
                .isEqualTo(200);
        Client.Answer refused = client.post("/companies/list?per_page=50&page=201", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("page limit reached, please use scroll API");
    }

    @Test
    void showsACompanyWithoutPeopleButListsItNowhere() throws Exception {
        String company = controls.createCompany("acme", "Acme");
        assertThat(client.get("/companies/" + company).at("/user_count").asInt())
                .isZero();
        assertThat(client.post("/companies/list?per_page=60", "").ids()).doesNotContain(company);
        String contact = controls.createContact(Map.of("name", "Founder"));
        controls.attach(contact, company);
        assertThat(client.post("/companies/list?per_page=60", "").ids()).contains(company);
        controls.detach(contact, company);
        assertThat(scrollAll()).noneMatch(listed -> listed.path("id").asText().equals(company));
    }

    @Test
    void listsThePeopleOfACompany() throws Exception {
        JsonNode largest = scrollAll().get(0);
        String path = "/companies/" + largest.path("id").asText() + "/contacts?per_page=60&page=";
        List<String> people = new ArrayList<>();
        int page = 1;
        JsonNode next;
        do {
            Client.Answer answer = client.get(path + page++);
            people.addAll(answer.ids());
            next = answer.at("/pages/next");
        } while (!next.isNull());
        assertThat(people).hasSize(largest.path("user_count").asInt()).doesNotHaveDuplicates();
    }

    @Test
    void countsPeopleWhoAreArchivedNoLonger() throws Exception {
        String company = controls.createCompany("acme", "Acme");
        String contact = controls.createContact(Map.of("name", "Founder"));
        controls.attach(contact, company);
        controls.archive(contact);
        assertThat(client.get("/companies/" + company).at("/user_count").asInt())
                .isZero();
        assertThat(client.get("/companies/" + company + "/contacts").total()).isZero();
    }

    @Test
    void renamesAndDeletesACompanyOnItsPeopleToo() throws Exception {
        String company = controls.createCompany("acme", "Acme");
        String contact = controls.createContact(Map.of("name", "Founder"));
        controls.attach(contact, company);
        controls.renameCompany(company, "Acme Holding");
        assertThat(client.get("/companies/" + company).at("/name").asText()).isEqualTo("Acme Holding");
        controls.deleteCompany(company);
        assertThat(client.get("/companies/" + company).code()).isEqualTo("company_not_found");
        assertThat(client.get("/contacts/" + contact)
                        .at("/companies/total_count")
                        .asInt())
                .isZero();
    }

    @Test
    void hasTwoCompaniesOfOneName() throws Exception {
        List<String> names = scrollAll().stream()
                .map(company -> company.path("name").asText())
                .toList();
        assertThat(new HashSet<>(names)).hasSize(names.size() - 1);
    }
}
