package io.eicbridge.sandbox;

import static io.eicbridge.sandbox.Client.filter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchLanguageTest {
    private static IntercomSandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(0));
        client = new Client(sandbox);
        create("Ada Quist", "ada@example.com", "user", 10, true);
        create("Bo Adams", "bo@example.org", "lead", 20, false);
        create("Cy Berg", "cy@example.com", "user", 30, false);
        sandbox.controls().createContact(Map.of("name", "Nobody"));
    }

    private static void create(String name, String email, String role, int mrr, boolean unsubscribed) {
        sandbox.controls()
                .createContact(Map.of(
                        "name", name,
                        "email", email,
                        "role", role,
                        "custom_attributes.mrr", mrr,
                        "custom_attributes.nickname", name.substring(0, 2),
                        "unsubscribed_from_emails", unsubscribed));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name | = | "Ada Quist" | Ada Quist
            name | != | "Ada Quist" | Bo Adams,Cy Berg,Nobody
            name | ~ | "ad" | Ada Quist,Bo Adams
            name | !~ | "ad" | Cy Berg,Nobody
            name | ^ | "c" | Cy Berg
            name | $ | "berg" | Cy Berg
            email | = | "ADA@example.com" | Ada Quist
            email | IN | ["ada@example.com","cy@example.com"] | Ada Quist,Cy Berg
            email | NIN | ["ada@example.com","cy@example.com"] | Bo Adams,Nobody
            email | = | null | Nobody
            email | != | null | Ada Quist,Bo Adams,Cy Berg
            role | = | "lead" | Bo Adams
            unsubscribed_from_emails | = | true | Ada Quist
            unsubscribed_from_emails | != | true | Bo Adams,Cy Berg,Nobody
            custom_attributes.mrr | > | 10 | Bo Adams,Cy Berg
            custom_attributes.mrr | >= | 20 | Bo Adams,Cy Berg
            custom_attributes.mrr | < | 20 | Ada Quist
            custom_attributes.mrr | <= | 20 | Ada Quist,Bo Adams
            custom_attributes.nickname | = | "Bo" | Bo Adams
            """)
    void findsWhatTheFilterSays(String field, String operator, String value, String names) throws Exception {
        Client.Answer found = client.search(
                "{\"field\":\"" + field + "\",\"operator\":\"" + operator + "\",\"value\":" + value + "}");
        assertThat(found.texts("/data", "name")).containsExactlyInAnyOrder(names.split(","));
        assertThat(found.total()).isEqualTo(names.split(",").length);
    }

    @Test
    void joinsFiltersByAndOrTwoLevelsDeep() throws Exception {
        String either = "{\"operator\":\"OR\",\"value\":[" + filter("name", "^", "Ada") + ","
                + filter("name", "^", "Bo") + "]}";
        String both = "{\"operator\":\"AND\",\"value\":[" + either + "," + filter("role", "=", "user") + "]}";
        assertThat(client.search(both).texts("/data", "name")).containsExactly("Ada Quist");
        String deeper = "{\"operator\":\"AND\",\"value\":[" + both + "]}";
        assertThat(client.search(deeper).code()).isEqualTo("parameter_invalid");
    }

    @Test
    void refusesMoreThanFifteenFiltersInAGroup() throws Exception {
        String one = filter("role", "=", "user");
        String fifteen = String.join(",", Collections.nCopies(15, one));
        assertThat(client.search("{\"operator\":\"OR\",\"value\":[" + fifteen + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(client.search("{\"operator\":\"OR\",\"value\":[" + fifteen + "," + one + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesOperatorsThatDoNotFitTheType() throws Exception {
        assertThat(client.search("name", ">", "a").status()).isEqualTo(400);
        assertThat(client.search("unsubscribed_from_emails", "~", true).status())
                .isEqualTo(400);
        assertThat(client.search("custom_attributes.mrr", "^", 1).status()).isEqualTo(400);
        assertThat(client.search("tag_id", "IN", List.of(1)).status()).isEqualTo(400);
        assertThat(client.search("name", "IN", "a").status()).isEqualTo(400);
        assertThat(client.search("created_at", "=", "foorbar").status()).isEqualTo(400);
    }

    @Test
    void refusesAFieldThatDoesNotExist() throws Exception {
        assertThat(client.search("company_id", "=", "1").code()).isEqualTo("invalid_field");
        assertThat(client.search("custom_attributes.unheard_of", "=", "1").status())
                .isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsNotJsonAndOneWithoutAQuery() throws Exception {
        assertThat(client.post("/contacts/search", "{\"query\":").code()).isEqualTo("parameter_invalid");
        assertThat(client.post("/contacts/search", "{}").status()).isEqualTo(400);
        assertThat(client.post("/contacts/search", "").status()).isEqualTo(400);
    }

    @Test
    void refusesAbbreviatedSortOrders() throws Exception {
        String body =
                "{\"query\":" + filter("role", "=", "user") + ",\"sort\":{\"field\":\"created_at\",\"order\":\"%s\"}}";
        assertThat(client.post("/contacts/search", body.formatted("desc")).code())
                .isEqualTo("invalid_sort_order");
        assertThat(client.post("/contacts/search", body.formatted("descending")).status())
                .isEqualTo(200);
    }
}
