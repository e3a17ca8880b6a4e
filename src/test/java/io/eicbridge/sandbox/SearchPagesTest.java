package io.eicbridge.sandbox;

import static io.eicbridge.sandbox.Client.filter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPagesTest {
    private static final String EVERYBODY = filter("created_at", ">", 1);
    private static IntercomSandbox sandbox;
    private static Client client;
    private static Map<String, List<Long>> times;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(2_000));
        client = new Client(sandbox).version("2.17");
        for (String id : client.get("/contacts?per_page=30").ids()) {
            sandbox.controls().updateContact(id, Map.of("name", "Changed " + id));
        }
        sandbox.controls().createContacts(12);
        times = new TreeMap<>();
        String after = null;
        do {
            Client.Answer page =
                    client.get("/contacts?per_page=150" + (after == null ? "" : "&starting_after=" + after));
            page.at("/data")
                    .forEach(contact -> times.put(
                            contact.path("id").asText(),
                            List.of(
                                    contact.path("created_at").asLong(),
                                    contact.path("updated_at").asLong())));
            after = page.cursor();
        } while (after != null);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"created_at,0,ascending", "created_at,0,descending", "updated_at,1,ascending", "updated_at,1,descending"
    })
    void bringsEveryContactOnceInTheOrderAskedFor(String field, int column, String order) throws Exception {
        List<String> ids =
                client.searchAll(EVERYBODY, "{\"field\":\"" + field + "\",\"order\":\"" + order + "\"}", 149);
        assertThat(ids).hasSize(2_012).doesNotHaveDuplicates();
        List<Long> keys = ids.stream().map(id -> times.get(id).get(column)).toList();
        List<Long> sorted = new ArrayList<>(keys);
        sorted.sort(order.equals("ascending") ? Comparator.naturalOrder() : Comparator.reverseOrder());
        assertThat(keys).isEqualTo(sorted);
    }

    @Test
    void countsAndFindsTheSameInEverySlice() throws Exception {
        List<Long> created =
                times.values().stream().map(pair -> pair.get(0)).sorted().toList();
        long quarter = created.get(500);
        long half = created.get(1_000);
        String slice = "{\"operator\":\"AND\",\"value\":[" + filter("created_at", ">=", quarter) + ","
                + filter("created_at", "<", half) + "]}";
        long expected =
                created.stream().filter(at -> at >= quarter && at < half).count();
        List<String> ids = client.searchAll(slice, "{\"field\":\"updated_at\",\"order\":\"ascending\"}", 150);
        assertThat(ids).hasSize((int) expected).doesNotHaveDuplicates();
        assertThat(client.search(slice).total()).isEqualTo((int) expected);
    }

    @Test
    void countsAChangedContactOnceInAnyOrder() throws Exception {
        assertThat(client.search(EVERYBODY).total()).isEqualTo(2_012);
        String byUpdate = "{\"query\":" + filter("updated_at", ">", 1)
                + ",\"sort\":{\"field\":\"updated_at\",\"order\":\"descending\"}}";
        assertThat(client.post("/contacts/search", byUpdate).total()).isEqualTo(2_012);
    }

    @Test
    void joinsLaterThanAndEqualToOneRange() throws Exception {
        long watermark = times.values().stream()
                .map(pair -> pair.get(1))
                .sorted()
                .toList()
                .get(1_500);
        String since = "{\"operator\":\"OR\",\"value\":[" + filter("updated_at", ">", watermark) + ","
                + filter("updated_at", "=", watermark) + "]}";
        long expected =
                times.values().stream().filter(pair -> pair.get(1) >= watermark).count();
        assertThat(client.search(since).total()).isEqualTo((int) expected);
    }

    @Test
    void findsFiftyWhereNoSizeIsAskedForAndAtMost150() throws Exception {
        assertThat(client.post("/contacts/search", "{\"query\":" + EVERYBODY + "}")
                        .ids())
                .hasSize(50);
        String large = "{\"query\":" + EVERYBODY + ",\"pagination\":{\"per_page\":151}}";
        assertThat(client.post("/contacts/search", large).code()).isEqualTo("invalid_per_page");
    }

    @Test
    void takesTheCursorFromTheBodyOnly() throws Exception {
        String query = "{\"query\":" + EVERYBODY + "}";
        Client.Answer first = client.post("/contacts/search", query);
        Client.Answer again = client.post("/contacts/search?starting_after=" + first.cursor(), query);
        assertThat(again.ids()).isEqualTo(first.ids());
        String garbled = "{\"query\":" + EVERYBODY + ",\"pagination\":{\"starting_after\":\"zzz\"}}";
        assertThat(client.post("/contacts/search", garbled).code()).isEqualTo("client_error");
    }

    @Test
    void splitsABusyDayByTheEndOfTheId() throws Exception {
        int sum = 0;
        HashSet<String> seen = new HashSet<>();
        for (char digit : "0123456789abcdef".toCharArray()) {
            Client.Answer bucket = client.search("id", "$", String.valueOf(digit));
            sum += bucket.total();
            seen.addAll(bucket.ids());
        }
        assertThat(sum).isEqualTo(2_012);
        assertThat(seen).hasSize(2_012);
    }

    @Test
    void refusesToSortByWhatIsNoPointInTime() throws Exception {
        String body = "{\"query\":" + EVERYBODY + ",\"sort\":{\"field\":\"name\",\"order\":\"ascending\"}}";
        assertThat(client.post("/contacts/search", body).code()).isEqualTo("invalid_field");
    }

    @Test
    void findsEverybodyOfAnAddressAlsoLeadsWhoShareIt() throws Exception {
        String shared = "";
        for (JsonNode lead : client.search("role", "=", "lead").at("/data")) {
            String email = lead.path("email").asText();
            boolean others =
                    !email.isEmpty() && client.search("email", "^", email).total() > 1;
            shared = others ? email : shared;
        }
        List<String> everybody = client.search("email", "^", shared).ids();
        assertThat(everybody).hasSizeGreaterThan(1);
        String same = filter("email", "=", shared.toUpperCase(Locale.ROOT));
        assertThat(client.search(same).ids()).isEqualTo(everybody);
        String either = filter("id", "=", everybody.get(0));
        assertThat(client.search("{\"operator\":\"OR\",\"value\":[" + same + "," + either + "]}")
                        .ids())
                .isEqualTo(everybody);
        assertThat(client.search("{\"operator\":\"AND\",\"value\":[" + same + "," + either + "]}")
                        .ids())
                .containsExactly(everybody.get(0));
        assertThat(client.searchAll(same, "{\"field\":\"updated_at\",\"order\":\"ascending\"}", 1))
                .containsExactlyInAnyOrderElementsOf(everybody);
    }
}
