package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace lives in Los Angeles: its 20 November runs from 08:00 UTC to 08:00 UTC the day after. */
class DateSearchTest {
    private static IntercomSandbox sandbox;
    private static Client days;
    private static Client seconds;

    @BeforeAll
    static void start() throws IOException {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-20T07:59:59Z"));
        sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withContacts(0)
                .withClock(clock)
                .withWorkspaceZone(ZoneId.of("America/Los_Angeles")));
        create("last second of the 19th");
        clock.advance(Duration.ofSeconds(1));
        create("first second of the 20th");
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        create("last second of the 20th");
        clock.advance(Duration.ofSeconds(1));
        create("first second of the 21st");
        days = new Client(sandbox);
        seconds = days.version("2.17");
    }

    private static void create(String name) {
        long renewal = Instant.parse("2026-12-01T00:00:00Z").getEpochSecond();
        sandbox.controls().createContact(Map.of("name", name, "custom_attributes.renewal_date", renewal));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static long second(String utc) {
        return Instant.parse(utc).getEpochSecond();
    }

    @Test
    void equalsMeansTheWholeDayOfTheWorkspaceUpTo216() throws Exception {
        Client.Answer found = days.search("created_at", "=", second("2026-11-20T20:00:00Z"));
        assertThat(found.texts("/data", "name"))
                .containsExactlyInAnyOrder("first second of the 20th", "last second of the 20th");
    }

    @Test
    void laterMeansFromTheNextDayOnUpTo216() throws Exception {
        Client.Answer found = days.search("created_at", ">", second("2026-11-20T08:00:00Z"));
        assertThat(found.texts("/data", "name")).containsExactly("first second of the 21st");
    }

    @Test
    void earlierMeansBeforeTheDayUpTo216() throws Exception {
        Client.Answer found = days.search("created_at", "<", second("2026-11-21T07:59:59Z"));
        assertThat(found.texts("/data", "name")).containsExactly("last second of the 19th");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!=", ">=", "<=", "IN", "NIN"})
    void refusesOtherOperatorsOnDatesUpTo216(String operator) throws Exception {
        assertThat(days.search("updated_at", operator, second("2026-11-20T08:00:00Z"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void comparesSecondsFrom217On() throws Exception {
        long first = second("2026-11-20T08:00:00Z");
        assertThat(seconds.search("created_at", "=", first).total()).isEqualTo(1);
        assertThat(seconds.search("created_at", ">", first).total()).isEqualTo(2);
        assertThat(seconds.search("created_at", ">=", first).total()).isEqualTo(3);
        assertThat(seconds.search("created_at", "<", first).total()).isEqualTo(1);
        assertThat(seconds.search("created_at", "<=", first).total()).isEqualTo(2);
        assertThat(seconds.search("created_at", "!=", first).total()).isEqualTo(3);
    }

    @Test
    void differsFromASecondWhereThereIsNoneAtAll() throws Exception {
        assertThat(seconds.search("last_seen_at", "!=", 1).total()).isEqualTo(4);
        assertThat(seconds.search("last_seen_at", "<", second("2027-01-01T00:00:00Z"))
                        .total())
                .isZero();
    }

    @Test
    void keepsWholeDaysForCustomDatesFrom217On() throws Exception {
        long noon = second("2026-12-01T12:00:00Z");
        assertThat(seconds.search("custom_attributes.renewal_date", "=", noon).total())
                .isEqualTo(4);
        assertThat(seconds.search("custom_attributes.renewal_date", ">=", noon).status())
                .isEqualTo(400);
    }

    @Test
    void tellsThePrecisionInTheTypeOfItsOwnDates() throws Exception {
        assertThat(type(days, "created_at")).isEqualTo("date");
        assertThat(type(seconds, "created_at")).isEqualTo("datetime");
        assertThat(type(seconds, "custom_attributes.renewal_date")).isEqualTo("date");
    }

    private static String type(Client client, String fullName) throws Exception {
        Client.Answer schema = client.get("/data_attributes?model=contact");
        for (var attribute : schema.at("/data")) {
            if (attribute.path("full_name").asText().equals(fullName)) {
                return attribute.path("data_type").asText();
            }
        }
        return null;
    }
}
