package io.eicbridge.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int SIZE = 40_000;
    private static final Instant AS_OF = Instant.parse("2026-11-20T17:45:00Z");
    private final Population population = new Population(7, SIZE, SIZE / 20, 25, AS_OF);

    private List<Person> everybody() {
        return IntStream.range(0, SIZE).mapToObj(population::at).toList();
    }

    private double share(Predicate<Person> test) {
        return everybody().stream().filter(test).count() / (double) SIZE;
    }

    @Test
    void isTheSameForTheSameSeedAndPosition() {
        Population twin = new Population(7, SIZE, SIZE / 20, 25, AS_OF);
        Person one = population.at(12_345);
        Person other = twin.at(12_345);
        assertThat(other.id()).isEqualTo(one.id());
        assertThat(other.email()).isEqualTo(one.email());
        assertThat(other.possessions().tags()).isEqualTo(one.possessions().tags());
    }

    @Test
    void numbersPeopleInTheOrderOfTheirCreation() {
        List<Person> everybody = everybody();
        assertThat(everybody.stream().map(Person::createdAt)).isSorted();
        assertThat(everybody.stream().map(Person::id)).isSorted().doesNotHaveDuplicates();
        assertThat(population.at(SIZE - 1).createdAt()).isLessThanOrEqualTo(AS_OF.getEpochSecond());
    }

    @Test
    void findsThePositionInAnId() {
        assertThat(population.ids().indexOf(population.at(321).id())).isEqualTo(321);
        assertThat(population.ids().indexOf("short")).isNegative();
        assertThat(population.ids().indexOf("zzzzzzzzzzzzzzzzzzzzzzzz")).isNegative();
    }

    @Test
    void hasAWeeklyRhythmAndOneDayOfABulkImport() {
        Map<Long, Integer> byDay = new HashMap<>();
        everybody().forEach(person -> byDay.merge(person.createdAt() / 86_400, 1, Integer::sum));
        int largest = byDay.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertThat(largest).isGreaterThan(SIZE / 50);
        long weekend = byDay.entrySet().stream()
                .filter(day -> (day.getKey() + 3) % 7 >= 5)
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat(weekend).isBetween((long) SIZE / 20, (long) SIZE / 5);
    }

    @Test
    void isMostlyUsersWithKeysAndSomeLeadsWithoutMail() {
        assertThat(share(Person::isUser)).isBetween(0.84, 0.88);
        assertThat(share(person -> person.isUser() && person.externalId() != null))
                .isBetween(0.83, 0.87);
        assertThat(share(person -> person.email() == null)).isBetween(0.03, 0.07);
    }

    @Test
    void givesEveryUserAnAddressOfTheirOwnAndSomeLeadsASharedOne() {
        Set<String> users = new HashSet<>();
        everybody().stream().filter(Person::isUser).forEach(person -> assertThat(users.add(person.email()))
                .isTrue());
        long shared = everybody().stream()
                .filter(person -> !person.isUser() && users.contains(String.valueOf(person.email())))
                .count();
        assertThat(shared).isBetween((long) SIZE / 200, (long) SIZE / 30);
    }

    @Test
    void usesReservedDomainsAndNumbersOnly() {
        assertThat(everybody().stream().limit(3_000).map(Person::email).filter(mail -> mail != null))
                .allMatch(mail -> mail.matches("[a-z0-9.]+@([a-z0-9-]+\\.example|example\\.(com|net|org))"));
        assertThat(everybody().stream().limit(3_000).map(Person::phone).filter(phone -> phone != null))
                .isNotEmpty()
                .allMatch(phone -> phone.matches("\\+[0-9 ]+"));
    }

    @Test
    void keepsTimesInTheirOrder() {
        for (Person person : everybody().subList(0, 5_000)) {
            Long seen = person.habits().lastSeenAt();
            assertThat(person.habits().updatedAt())
                    .isBetween(seen == null ? person.createdAt() : seen, AS_OF.getEpochSecond());
        }
    }

    @Test
    void givesFewPeopleManyTagsAndCompanies() {
        assertThat(share(person -> Integer.bitCount(person.possessions().tags()) > 10))
                .isBetween(0.0005, 0.004);
        assertThat(share(person -> person.possessions().companies().length > 10))
                .isBetween(0.0003, 0.003);
        assertThat(share(person -> person.possessions().companies().length == 0))
                .isBetween(0.15, 0.25);
    }

    @Test
    void makesLargeAndSmallCompaniesAndSomeWithoutPeople() {
        int[] sizes = new int[SIZE / 20];
        everybody().forEach(person -> IntStream.of(person.possessions().companies())
                .forEach(firm -> sizes[firm]++));
        assertThat(sizes[0]).isGreaterThan(SIZE / 100);
        assertThat(IntStream.of(sizes).filter(size -> size == 0).count()).isGreaterThanOrEqualTo(3);
        assertThat(population.firms().at(1).name())
                .isEqualTo(population.firms().at(2).name());
    }
}
