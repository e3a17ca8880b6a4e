package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Firm;
import io.eicbridge.sandbox.people.Firms;
import io.eicbridge.sandbox.people.Population;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The companies of the workspace and their people. */
public final class Companies {
    private final Firms firms;
    private final Shelf contacts;
    private final Rosters rosters;
    private final Map<Integer, Company> changed = new ConcurrentSkipListMap<>();
    private final Set<Integer> deleted = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> gained = new ConcurrentHashMap<>();
    private List<Integer> recentFirst;
    private volatile int created;

    Companies(Population population, Shelf contacts) {
        this.firms = population.firms();
        this.contacts = contacts;
        this.rosters = new Rosters(population);
    }

    synchronized void reset() {
        changed.clear();
        deleted.clear();
        gained.clear();
        created = 0;
    }

    /** The company of that id, whether anybody works there or not. */
    public Optional<Company> find(String id) {
        int number = firms.ids().indexOf(id);
        boolean exists = number >= 0 && number < firms.count() + created && !deleted.contains(number);
        return exists ? Optional.of(at(number)).filter(company -> company.id().equals(id)) : Optional.empty();
    }

    Company get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no company \"" + id + "\""));
    }

    /** The company at a place. */
    public Company at(int number) {
        Company company = changed.get(number);
        return company == null ? new Company(firms.at(number)) : company;
    }

    /** Intercom's id of the company at a place. */
    public String idAt(int number) {
        return firms.ids().of(firms.createdAt(number), number);
    }

    /** True where the company at the place was deleted. */
    public boolean isDeleted(int number) {
        return !deleted.isEmpty() && deleted.contains(number);
    }

    /** The company that the customer calls so. */
    public Optional<Company> findByCompanyId(String companyId) {
        Optional<Company> known = changed.values().stream()
                .filter(company -> company.firm().companyId().equals(companyId) && !isDeleted(company.number()))
                .findFirst();
        return known.or(() -> made(companyId));
    }

    private Optional<Company> made(String companyId) {
        int number = companyId.matches("org-\\d{1,9}") ? Integer.parseInt(companyId.substring(4)) - 1000 : -1;
        boolean exists = number >= 0 && number < firms.count() && !isDeleted(number);
        return exists ? Optional.of(at(number)) : Optional.empty();
    }

    /** The first company of that name. */
    public Optional<Company> findByName(String name) {
        return IntStream.range(0, firms.count() + created)
                .filter(number -> !isDeleted(number))
                .mapToObj(this::at)
                .filter(company -> company.name().equals(name))
                .findFirst();
    }

    /** A new company that nobody works at yet, at a Unix second. */
    public synchronized Company create(String companyId, String name, long now) {
        Firm made = firms.at(firms.count() + created);
        Firm firm = new Firm(
                made.index(), made.id(), companyId, name, now, now, made.industry(), made.website(), 0, made.size());
        Company company = put(new Company(firm));
        created++;
        return company;
    }

    /** Gives a company values at a Unix second; tells whether one of them was different. */
    public synchronized boolean update(Company before, Map<String, ?> values, long now) {
        Company after = put(at(before.number()).with(values, now));
        return !after.values().equals(before.values()) || !after.name().equals(before.name());
    }

    synchronized void rename(String id, String name, long now) {
        update(get(id), Map.of("name", name), now);
    }

    /** Deletes a company, on every contact too; an unknown id is an {@link IllegalArgumentException}. */
    public synchronized void delete(String id) {
        deleted.add(get(id).number());
    }

    private Company put(Company company) {
        changed.put(company.number(), company);
        return company;
    }

    /** How many people work at the company at a place. */
    public int people(int number) {
        int made = number < firms.count() ? rosters.size(number) : 0;
        return made + gained.getOrDefault(number, 0);
    }

    /** The people of a company, oldest first. */
    public Stream<Contact> contactsOf(int number) {
        IntStream made = number < firms.count() ? IntStream.of(rosters.of(number)) : IntStream.empty();
        Stream<Contact> unchanged =
                made.filter(index -> !contacts.isChanged(index)).mapToObj(contacts::at);
        Stream<Contact> others = contacts.changed().stream()
                .filter(contact -> contact.isLive() && contact.holds(Holding.COMPANY, number));
        return Stream.concat(unchanged, others).sorted(Comparator.comparingInt(Contact::index));
    }

    /** The places of all companies that have people, in the order of their creation. */
    public int[] inhabited() {
        return IntStream.range(0, firms.count() + created)
                .filter(number -> !isDeleted(number) && people(number) > 0)
                .toArray();
    }

    /** The places of all companies that have people, the one with the latest request first. */
    public synchronized int[] inhabitedByRequest() {
        if (recentFirst == null) {
            recentFirst = IntStream.range(0, firms.count())
                    .boxed()
                    .sorted(Comparator.comparing(
                            (Integer number) -> -firms.at(number).updatedAt()))
                    .toList();
        }
        IntStream fresh = IntStream.range(firms.count(), firms.count() + created);
        return IntStream.concat(fresh, recentFirst.stream().mapToInt(Integer::intValue))
                .filter(number -> !isDeleted(number) && people(number) > 0)
                .toArray();
    }

    /** Keeps the counts of people right when a contact changes; {@code before} is null for a new one. */
    void moved(Contact before, Contact after) {
        count(before, -1);
        count(after, 1);
    }

    private void count(Contact contact, int change) {
        if (contact != null && contact.isLive()) {
            for (int number : contact.numbers(Holding.COMPANY)) {
                gained.merge(number, change, Integer::sum);
            }
        }
    }
}
