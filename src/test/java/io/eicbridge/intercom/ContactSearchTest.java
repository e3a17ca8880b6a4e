package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactSearchTest {

    // around changes of the clock, one of them at midnight, and across a day that does not exist
    @ParameterizedTest
    @CsvSource({
        "UTC,2026-03-01T00:00:00Z",
        "America/Los_Angeles,2026-03-06T12:00:00Z",
        "America/Los_Angeles,2026-10-30T12:00:00Z",
        "America/Sao_Paulo,2018-11-02T12:00:00Z",
        "Asia/Kolkata,2026-01-01T00:00:00Z",
        "Pacific/Apia,2011-12-28T12:00:00Z",
        "Pacific/Apia,2011-12-29T12:00:00Z",
        "Pacific/Kiritimati,2026-01-01T00:00:00Z",
    })
    void findsExactlyTheContactsOfARangeWhereDaysAreCompared(String zone, Instant begin) {
        ZoneId days = ZoneId.of(zone);
        ContactSearch search = new ContactSearch(Precision.DAYS, days);
        Instant from = search.alignDown(begin.plus(1, ChronoUnit.DAYS));
        Instant to = search.alignDown(begin.plus(4, ChronoUnit.DAYS));
        ObjectNode query = search.createdIn(new CreatedRange(from, to));
        for (Instant created = begin;
                created.isBefore(begin.plus(7, ChronoUnit.DAYS));
                created = created.plusSeconds(599)) {
            boolean inRange = !created.isBefore(from) && created.isBefore(to);
            assertThat(foundByDays(query, created, days)).as("%s", created).isEqualTo(inRange);
        }
    }

    @Test
    void findsExactlyTheContactsOfARangeWhereSecondsAreCompared() {
        ContactSearch search = new ContactSearch(Precision.SECONDS, ZoneOffset.UTC);
        Instant from = Instant.ofEpochSecond(1_000);
        ObjectNode query = search.createdIn(new CreatedRange(from, from.plusSeconds(2)));
        for (long second = 998; second < 1_005; second++) {
            assertThat(foundBySeconds(query, second)).isEqualTo(second == 1_000 || second == 1_001);
        }
    }

    @Test
    void losesNothingWhereSecondsAreComparedAlthoughDaysWereExpected() {
        ContactSearch search = new ContactSearch(Precision.DAYS, ZoneId.of("America/Los_Angeles"));
        Instant from = search.alignDown(Instant.parse("2026-03-08T20:00:00Z"));
        Instant to = search.alignAfter(from);
        ObjectNode query = search.createdIn(new CreatedRange(from, to));
        for (Instant created = from; created.isBefore(to); created = created.plusSeconds(60)) {
            assertThat(foundBySeconds(query, created.getEpochSecond())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void leavesOutALimitThatIsOpen(Precision precision) {
        ContactSearch search = new ContactSearch(precision, ZoneOffset.UTC);
        Instant day = Instant.parse("2026-01-02T00:00:00Z");
        assertThat(search.createdIn(CreatedRange.open())).isEqualTo(search.all());
        assertThat(search.createdIn(new CreatedRange(day, null))
                        .path("operator")
                        .asText())
                .isEqualTo(">");
        assertThat(search.createdIn(new CreatedRange(null, day))
                        .path("operator")
                        .asText())
                .isEqualTo("<");
    }

    @Test
    void refusesALimitThatIntercomCannotSearchBy() {
        ContactSearch search = new ContactSearch(Precision.DAYS, ZoneId.of("Asia/Kolkata"));
        CreatedRange range = new CreatedRange(Instant.parse("2026-01-02T00:00:00Z"), null);
        assertThatThrownBy(() -> search.createdIn(range)).hasMessageContaining("Asia/Kolkata");
    }

    @Test
    void refusesAnEmptyRange() {
        Instant time = Instant.EPOCH;
        assertThatThrownBy(() -> new CreatedRange(time, time)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stepsFromLimitToLimit() {
        Instant time = Instant.parse("2026-03-08T20:00:00.5Z");
        ContactSearch days = new ContactSearch(Precision.DAYS, ZoneId.of("America/Los_Angeles"));
        assertThat(days.granularity()).isEqualTo(ChronoUnit.DAYS);
        assertThat(days.alignDown(time)).isEqualTo("2026-03-08T08:00:00Z");
        assertThat(days.alignAfter(time)).isEqualTo("2026-03-09T07:00:00Z");
        assertThat(Duration.between(days.alignDown(time), days.alignAfter(time)))
                .hasHours(23);
        ContactSearch seconds = new ContactSearch(Precision.SECONDS, ZoneOffset.UTC);
        assertThat(seconds.granularity()).isEqualTo(ChronoUnit.SECONDS);
        assertThat(seconds.alignDown(time)).isEqualTo("2026-03-08T20:00:00Z");
        assertThat(seconds.alignAfter(time)).isEqualTo("2026-03-08T20:00:01Z");
    }

    @Test
    void mergesGroupsSoThatTwoLevelsAreEnough() {
        ContactSearch search = new ContactSearch(Precision.DAYS, ZoneOffset.UTC);
        Instant day = Instant.parse("2026-01-02T00:00:00Z");
        ObjectNode range = search.createdIn(new CreatedRange(day, day.plus(1, ChronoUnit.DAYS)));
        ObjectNode query = search.and(
                search.and(range, ContactFilter.role("user")),
                ContactFilter.tag("7"),
                ContactFilter.segment("s"),
                ContactFilter.attribute("plan", TextNode.valueOf("pro")));
        assertThat(query.path("operator").asText()).isEqualTo("AND");
        assertThat(query.path("value"))
                .extracting(filter -> filter.path("field").asText()
                        + filter.path("operator").asText()
                        + filter.path("value").asText())
                .containsExactly(
                        "created_at>1767268800",
                        "created_at<1767441600",
                        "role=user",
                        "tag_id=7",
                        "segment_id=s",
                        "custom_attributes.plan=pro");
    }

    @Test
    void sendsASingleConditionWithoutAGroup() {
        ContactSearch search = new ContactSearch(Precision.DAYS, ZoneOffset.UTC);
        assertThat(search.and(ContactFilter.role("lead"))).isEqualTo(ContactFilter.role("lead"));
    }

    @Test
    void refusesMoreFiltersThanIntercomTakes() {
        ContactSearch search = new ContactSearch(Precision.DAYS, ZoneOffset.UTC);
        ObjectNode[] filters = new ObjectNode[16];
        Arrays.fill(filters, ContactFilter.role("user"));
        assertThatThrownBy(() -> search.and(filters)).hasMessageContaining("16 filters");
        assertThatThrownBy(search::and).hasMessageContaining("0 filters");
    }

    private static boolean foundByDays(JsonNode query, Instant created, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(created, zone);
        boolean found = true;
        for (JsonNode filter : query.path("value")) {
            LocalDate given = LocalDate.ofInstant(
                    Instant.ofEpochSecond(filter.path("value").asLong()), zone);
            found &= filter.path("operator").asText().equals(">") ? day.isAfter(given) : day.isBefore(given);
        }
        return found;
    }

    private static boolean foundBySeconds(JsonNode query, long created) {
        boolean found = true;
        for (JsonNode filter : query.path("value")) {
            long given = filter.path("value").asLong();
            found &= filter.path("operator").asText().equals(">") ? created > given : created < given;
        }
        return found;
    }
}
