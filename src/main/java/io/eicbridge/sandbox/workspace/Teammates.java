package io.eicbridge.sandbox.workspace;

import io.eicbridge.sandbox.people.Noise;
import io.eicbridge.sandbox.people.Person;
import io.eicbridge.sandbox.people.Population;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The teammates of the workspace, with their teams. */
public final class Teammates {
    private static final List<Team> TEAMS = List.of(
            new Team(814_865, "Tier 1 support", "round_robin", 20),
            new Team(814_866, "Tier 2 support", "round_robin", 10),
            new Team(814_867, "Sales", "balanced", null),
            new Team(814_868, "Billing", null, null),
            new Team(814_869, "Escalations", "manual", null),
            new Team(814_870, "Nobody yet", null, null));
    private static final List<String> TITLES =
            List.of("Support Engineer", "Account Executive", "Team Lead", "Customer Success Manager", "Analyst");
    private static final int FIRST_ID = 5_017_690;
    private static final int ID_STEP = 7;
    private static final int TEAM = 401;
    private static final int FAR = 1 << 28;
    private final Population population;
    private final Map<Integer, Teammate> teammates = new ConcurrentSkipListMap<>();
    private final Map<Integer, Set<Integer>> secondaries = new ConcurrentHashMap<>();
    private final Map<String, String> externalIds = new ConcurrentHashMap<>();
    private int next;

    Teammates(Population population) {
        this.population = population;
        reset();
    }

    final synchronized void reset() {
        teammates.clear();
        secondaries.clear();
        externalIds.clear();
        next = 0;
        while (next < population.teammates()) {
            put(next, made(next));
            next++;
        }
    }

    /** Intercom's id of the teammate at a place. */
    static String idAt(int place) {
        return String.valueOf(FIRST_ID + ID_STEP * place);
    }

    /** Teammates are drawn from people beyond the contacts, so that nobody is both. */
    private Teammate made(int place) {
        Person person = population.at(FAR + place);
        Noise noise = population.noise();
        String name = person.name() == null ? "Teammate " + place : person.name();
        String email = "teammate" + place + "@example.com";
        int role = place == 0 ? 0 : noise.below(Role.values().length, place, TEAM) - (place % 9 == 4 ? 99 : 0);
        return new Teammate(
                idAt(place),
                name,
                email,
                TITLES.get(noise.below(TITLES.size(), place, TEAM + 1)),
                noise.chance(0.2, place, TEAM + 2),
                place == 0 || noise.chance(0.75, place, TEAM + 3),
                Math.max(-1, role),
                teamsOf(place));
    }

    private List<Integer> teamsOf(int place) {
        List<Integer> teams = new ArrayList<>();
        for (int team = 0; team < TEAMS.size() - 1; team++) {
            if (population.noise().chance(0.3, place, TEAM + 10 + team)) {
                teams.add(TEAMS.get(team).id());
            }
        }
        return teams;
    }

    /** A new teammate with the given name and address, without role, seat and teams. */
    synchronized Teammate add(String name, String email) {
        Teammate teammate = newcomer(name, email);
        admit(teammate);
        return teammate;
    }

    /** Somebody who may join, under an id of their own, without role, seat and teams. */
    synchronized Teammate newcomer(String name, String email) {
        return new Teammate(idAt(next++), name, email, "", false, false, -1, List.of());
    }

    synchronized void admit(Teammate newcomer) {
        put((Integer.parseInt(newcomer.id()) - FIRST_ID) / ID_STEP, newcomer);
    }

    /** Removes a teammate; an unknown id is an {@link IllegalArgumentException}. */
    public synchronized void remove(String id) {
        teammates.remove(place(id));
    }

    /** Replaces a teammate by a changed one; an unknown id is an {@link IllegalArgumentException}. */
    public synchronized void change(Teammate changed) {
        put(place(changed.id()), changed);
    }

    private int place(String id) {
        return teammates.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no teammate \"" + id + "\""))
                .getKey();
    }

    private void put(int place, Teammate teammate) {
        teammates.put(place, teammate);
    }

    /** The teammate of that id. */
    public Optional<Teammate> find(String id) {
        return all().stream().filter(teammate -> teammate.id().equals(id)).findFirst();
    }

    /** All teammates. */
    public Collection<Teammate> all() {
        return teammates.values();
    }

    /** All teams, those without members included. */
    public List<Team> teams() {
        return TEAMS;
    }

    /** The team of that id. */
    public Optional<Team> team(String id) {
        return TEAMS.stream()
                .filter(team -> String.valueOf(team.id()).equals(id))
                .findFirst();
    }

    /** The ids of a team's members. */
    public List<Integer> membersOf(Team team) {
        return all().stream()
                .filter(teammate -> teammate.teams().contains(team.id()))
                .map(teammate -> Integer.valueOf(teammate.id()))
                .toList();
    }

    /** Puts a teammate in a team or takes them out. */
    public synchronized void join(Team team, int admin, boolean member) {
        Teammate teammate = find(String.valueOf(admin)).orElseThrow();
        List<Integer> joined = new ArrayList<>(teammate.teams());
        joined.remove(Integer.valueOf(team.id()));
        if (member) {
            joined.add(team.id());
        }
        change(teammate.withTeams(joined));
    }

    /** The ids of a team's members who take work only after the others; empty where nobody said so. */
    public Set<Integer> secondaries(Team team) {
        return secondaries.getOrDefault(team.id(), Set.of());
    }

    /** Says which members of a team take work only after the others. */
    public void secondaries(Team team, Set<Integer> admins) {
        secondaries.put(team.id(), Set.copyOf(admins));
    }

    /** What another directory calls a teammate, null where it said nothing. */
    public String externalId(String id) {
        return externalIds.get(id);
    }

    /** Says what another directory calls a teammate; null forgets it. */
    public void externalId(String id, String externalId) {
        externalIds.compute(id, (same, before) -> externalId);
    }
}
