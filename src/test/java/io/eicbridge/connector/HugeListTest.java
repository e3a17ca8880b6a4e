package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HugeListTest {
    private static final int CONTACTS = 200_000;
    private static final String ACCOUNTS = "/contacts/api/v1/accounts";
    /** Bytes: the answer is more than ten times as long. */
    private static final long ALLOWANCE = 24L << 20;

    private static final String CALL = "POST " + ACCOUNTS + " HTTP/1.1\r\nHost: bridge\r\nAuthorization: Bearer "
            + Calls.TOKEN + "\r\nContent-Length: 0\r\n\r\n";
    private static Database database;
    private static ApiServer api;

    @BeforeAll
    static void importsManyContacts() throws Exception {
        TestClock clock = new TestClock();
        database = new FileDatabase();
        new ImportedRun(database.store(), clock).contacts(1, CONTACTS).publish();
        api = new ApiServer(database.store(), clock);
    }

    @AfterAll
    static void stops() {
        api.close();
        database.close();
    }

    @Test
    void streamsEveryAccountOnceInConstantMemory() throws Exception {
        long before = used();
        long expected = 0;
        try (InputStream answer = api.stream(all()).body();
                JsonParser json = new JsonFactory().createParser(answer)) {
            for (String id = nextId(json); id != null; id = nextId(json)) {
                expected++;
                assertThat(id).isEqualTo("c" + expected);
                if (expected % 50_000 == 0) {
                    assertThat(used() - before).isLessThan(ALLOWANCE);
                }
            }
        }
        assertThat(expected).isEqualTo(CONTACTS);
    }

    @Test
    @Timeout(30)
    void sortsAViewOnceHoweverLongItIs() throws Exception {
        String sorted = api.url(ACCOUNTS + "?sort=accountID&order=desc&fields=ACCOUNTID");
        int found = 0;
        String last = "d";
        try (InputStream answer =
                        api.stream(api.request("POST", sorted, "").build()).body();
                JsonParser json = new JsonFactory().createParser(answer)) {
            for (String id = nextId(json); id != null; id = nextId(json)) {
                found++;
                assertThat(id).isLessThan(last);
                last = id;
            }
        }
        assertThat(found).isEqualTo(CONTACTS);
    }

    @Test
    void keepsAnsweringWhileManySlowCallersWait() throws Exception {
        List<InputStream> slow = new ArrayList<>();
        for (int caller = 0; caller < 40; caller++) {
            slow.add(api.stream(all()).body());
        }

        for (InputStream caller : slow) {
            assertThat(caller.readNBytes(20)).asString().startsWith("{\"offset\":0");
        }
        assertThat(api.json("GET", "/contacts/api/v1/status", "")
                        .path("accounts")
                        .intValue())
                .isEqualTo(CONTACTS);
        assertThat(api.json("POST", ACCOUNTS + "?offset=199999&pagesize=1", "").path("accounts"))
                .hasSize(1);
        for (InputStream caller : slow) {
            caller.close();
        }
        await().untilAsserted(() -> assertThat(api.inFlight()).isZero());
    }

    @Test
    void letsGoOfCallersWhoLeaveInTheMiddleOfAList() throws Exception {
        try (InputStream gentle = api.stream(all()).body();
                Socket rude = new Socket("127.0.0.1", api.port())) {
            rude.getOutputStream().write(CALL.getBytes(StandardCharsets.US_ASCII));
            assertThat(rude.getInputStream().readNBytes(1_000)).hasSize(1_000);
            assertThat(gentle.readNBytes(1_000)).hasSize(1_000);
            assertThat(api.inFlight()).isEqualTo(2);
        }

        await().until(() -> api.inFlight() == 0);
    }

    @Test
    void letsGoOfCallersWhoLeaveBeforeTheirAnswerBegins() throws Exception {
        for (int caller = 0; caller < 3; caller++) {
            try (Socket hasty = new Socket("127.0.0.1", api.port())) {
                hasty.getOutputStream().write(CALL.getBytes(StandardCharsets.US_ASCII));
            }
        }

        await().until(() -> api.inFlight() == 0);
    }

    @Test
    void givesTheLastPageAsFastAsTheFirst() throws Exception {
        fastest("?pagesize=1000");
        long first = fastest("?pagesize=1000");
        long last = fastest("?pagesize=1000&offset=" + (CONTACTS - 1_000));

        assertThat(last).isLessThan(first * 3 + Duration.ofMillis(20).toNanos());
    }

    private static long fastest(String query) throws Exception {
        long fastest = Long.MAX_VALUE;
        for (int call = 0; call < 10; call++) {
            long start = System.nanoTime();
            assertThat(api.json("POST", ACCOUNTS + query, "").path("accounts")).hasSize(1_000);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    private static HttpRequest all() {
        return api.request("POST", api.url(ACCOUNTS), "{}").build();
    }

    private static String nextId(JsonParser json) throws IOException {
        while (json.nextToken() != null) {
            if (json.currentToken() == JsonToken.FIELD_NAME
                    && json.currentName().equals("ACCOUNTID")) {
                return json.nextTextValue();
            }
        }
        return null;
    }

    /** Bytes in use once nothing more can be freed. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long[] last = {Long.MAX_VALUE};
        await().until(() -> {
            System.gc();
            long now = runtime.totalMemory() - runtime.freeMemory();
            boolean settled = Math.abs(last[0] - now) < (1 << 20);
            last[0] = now;
            return settled;
        });
        return last[0];
    }
}
