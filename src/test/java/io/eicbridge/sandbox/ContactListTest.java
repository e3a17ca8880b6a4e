package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContactListTest {
    private static IntercomSandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(412));
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void listsTenWhereNoSizeIsAskedFor() throws Exception {
        Client.Answer page = client.get("/contacts");
        assertThat(page.ids()).hasSize(10);
        assertThat(page.total()).isEqualTo(412);
        assertThat(page.at("/pages/per_page").asInt()).isEqualTo(10);
        assertThat(page.at("/pages/total_pages").asInt()).isEqualTo(42);
    }

    @Test
    void refusesPagesLargerThan150() throws Exception {
        assertThat(client.get("/contacts?per_page=150").ids()).hasSize(150);
        assertThat(client.get("/contacts?per_page=151").code()).isEqualTo("invalid_per_page");
        assertThat(client.get("/contacts?per_page=0").status()).isEqualTo(400);
    }

    @Test
    void leadsByCursorThroughEveryContactOnce() throws Exception {
        List<String> ids = client.listAll(150);
        assertThat(ids).hasSize(412);
        assertThat(new HashSet<>(ids)).hasSize(412);
    }

    @Test
    void endsWithAPageThatHasNoNext() throws Exception {
        Client.Answer first = client.get("/contacts?per_page=150");
        Client.Answer second = client.get("/contacts?per_page=150&starting_after=" + first.cursor());
        Client.Answer third = client.get("/contacts?per_page=150&starting_after=" + second.cursor());
        assertThat(third.ids()).hasSize(112);
        assertThat(third.at("/pages/next").isMissingNode()).isTrue();
        assertThat(third.at("/pages/page").asInt()).isEqualTo(3);
    }

    @Test
    void refusesAGarbledCursor() throws Exception {
        for (String garbled : List.of("garbled", "WzFd", "%00")) {
            Client.Answer refused = client.get("/contacts?starting_after=" + garbled);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("client_error");
            assertThat(refused.text()).contains("Invalid starting_after param");
        }
    }

    @Test
    void compressesWhereTheClientAsksForIt() throws Exception {
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        client.request("/contacts?per_page=150")
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(plain.length).isGreaterThan(packed.body().length * 3);
        assertThat(new String(plain, StandardCharsets.UTF_8))
                .isEqualTo(client.get("/contacts?per_page=150").text());
    }

    @Test
    void saysTheSameForTheSameSeed() throws Exception {
        try (IntercomSandbox twin =
                        IntercomSandbox.start(SandboxSettings.defaults().withContacts(412));
                IntercomSandbox other = IntercomSandbox.start(
                        SandboxSettings.defaults().withContacts(412).withSeed(2))) {
            String page = client.get("/contacts?per_page=50").text();
            assertThat(new Client(twin).get("/contacts?per_page=50").text()).isEqualTo(page);
            assertThat(new Client(other).get("/contacts?per_page=50").text()).isNotEqualTo(page);
        }
    }

    @Test
    void writesContactsOfARealisticSize() throws Exception {
        int page = client.get("/contacts?per_page=150").text().length();
        assertThat(page / 150).isBetween(1_500, 2_500);
    }
}
