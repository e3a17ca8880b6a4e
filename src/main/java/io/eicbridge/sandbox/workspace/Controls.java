package io.eicbridge.sandbox.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Changes the workspace as its users and teammates would; an unknown id is an {@link IllegalArgumentException}. */
public final class Controls {
    private final Workspace workspace;
    private final Contacts contacts;

    /** The controls of a workspace. */
    public Controls(Workspace workspace) {
        this.workspace = workspace;
        this.contacts = workspace.contacts();
    }

    /** Creates a contact now with these values, named as in Intercom's answers ({@code custom_attributes.plan}); returns its id. */
    public synchronized String createContact(Map<String, ?> values) {
        return store(null, withValues(contacts.create(true), values)).id();
    }

    /** Creates so many made-up contacts now; returns their ids. */
    public synchronized List<String> createContacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(nth -> store(null, contacts.create(false)).id())
                .toList();
    }

    /** Changes values of a contact, whose {@code updated_at} becomes now. */
    public synchronized void updateContact(String id, Map<String, ?> values) {
        Contact before = get(id);
        Contact touched = before.with("updated_at", workspace.time().second());
        store(before, withValues(touched, values));
    }

    private Contact withValues(Contact contact, Map<String, ?> values) {
        Contact changed = contact;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            if (!Attributes.isSettable(value.getKey())) {
                throw new IllegalArgumentException("A contact has no \"" + value.getKey() + "\"");
            }
            workspace.attributes().learn(value.getKey(), value.getValue());
            changed = changed.with(value.getKey(), value.getValue());
        }
        return changed;
    }

    /** Archives a contact: invisible, but it can come back. */
    public synchronized void archive(String id) {
        stand(id, Standing.ARCHIVED, null);
    }

    /** Brings an archived contact back. */
    public synchronized void unarchive(String id) {
        if (get(id).standing() != Standing.ARCHIVED) {
            throw new IllegalArgumentException("The contact \"" + id + "\" is not archived");
        }
        stand(id, Standing.LIVE, null);
    }

    /** Blocks a contact for good. */
    public synchronized void block(String id) {
        stand(id, Standing.BLOCKED, null);
    }

    /** Deletes a contact for good. */
    public synchronized void delete(String id) {
        stand(id, Standing.DELETED, null);
    }

    /** Merges one contact into another, which gets its tags and companies as well. */
    public synchronized void merge(String from, String into) {
        Contact source = get(from);
        Contact target = get(into);
        Contact merged = target.with("updated_at", workspace.time().second());
        for (Holding kind : List.of(Holding.TAG, Holding.COMPANY)) {
            Set<Integer> both = target.numberSet(kind);
            both.addAll(source.numberSet(kind));
            merged = merged.holding(kind, both);
        }
        store(target, merged);
        stand(from, Standing.MERGED, into);
    }

    private void stand(String id, Standing standing, String into) {
        Contact before = get(id);
        store(before, before.standing(standing, into));
    }

    /** Puts a tag on a contact; {@code updated_at} stays. */
    public synchronized void tag(String contact, String tag) {
        int number = workspace.tags().get(tag).number();
        hold(contact, Holding.TAG, held -> held.add(number));
    }

    /** Takes a tag off a contact; {@code updated_at} stays. */
    public synchronized void untag(String contact, String tag) {
        int number = workspace.tags().get(tag).number();
        hold(contact, Holding.TAG, held -> held.remove(number));
    }

    /** Lets a contact work at a company. */
    public synchronized void attach(String contact, String company) {
        int number = workspace.companies().get(company).number();
        hold(contact, Holding.COMPANY, held -> held.add(number));
    }

    /** Lets a contact leave a company. */
    public synchronized void detach(String contact, String company) {
        int number = workspace.companies().get(company).number();
        hold(contact, Holding.COMPANY, held -> held.remove(number));
    }

    /** Gives a contact exactly these segments, whatever their rules say. */
    public synchronized void overrideSegments(String contact, Set<String> segments) {
        List<Integer> numbers = segments.stream()
                .map(id -> Segment.find(id).orElseThrow(() -> unknown("segment", id)))
                .map(Segment::ordinal)
                .toList();
        replace(contact, Holding.SEGMENT, numbers);
    }

    /** Gives a contact exactly these explicit subscription choices. */
    public synchronized void chooseSubscriptions(String contact, Set<String> types) {
        List<Integer> numbers = types.stream()
                .map(id -> Subscription.find(id).orElseThrow(() -> unknown("subscription type", id)))
                .map(Subscription::ordinal)
                .toList();
        replace(contact, Holding.SUBSCRIPTION, numbers);
    }

    private void replace(String contact, Holding kind, List<Integer> numbers) {
        hold(contact, kind, held -> {
            held.clear();
            held.addAll(numbers);
        });
    }

    private void hold(String id, Holding kind, Consumer<Set<Integer>> change) {
        Contact before = get(id);
        Set<Integer> held = before.numberSet(kind);
        change.accept(held);
        store(before, before.holding(kind, held));
    }

    private Contact store(Contact before, Contact after) {
        workspace.companies().moved(before, after);
        workspace.contactActivities().changed(before, after);
        contacts.put(after);
        return after;
    }

    /** Creates a tag, or finds it by its name; returns its id. */
    public String createTag(String name) {
        return workspace.tags().create(name).id();
    }

    /** Renames a tag. */
    public void renameTag(String id, String name) {
        workspace.tags().rename(id, name);
    }

    /** Deletes a tag, on every contact too. */
    public void deleteTag(String id) {
        workspace.tags().delete(id);
    }

    /** Creates a company that nobody works at yet; returns Intercom's id. */
    public String createCompany(String companyId, String name) {
        return workspace
                .companies()
                .create(companyId, name, workspace.time().second())
                .id();
    }

    /** Renames a company. */
    public void renameCompany(String id, String name) {
        workspace.companies().rename(id, name, workspace.time().second());
    }

    /** Deletes a company, on every contact too. */
    public void deleteCompany(String id) {
        workspace.companies().delete(id);
    }

    /** Adds a teammate without role, seat and teams; returns the id. */
    public String addAdmin(String name, String email) {
        return workspace.teammates().add(name, email).id();
    }

    /** Removes a teammate. */
    public void removeAdmin(String id) {
        workspace.teammates().remove(id);
    }

    /** Gives a teammate the role of that name; an empty name takes the role away. */
    public void changeRole(String admin, String role) {
        workspace.teammates().change(teammate(admin).withRole(Role.numberOf(role)));
    }

    /** Gives a teammate an inbox seat or takes it. */
    public void changeSeat(String admin, boolean seat) {
        workspace.teammates().change(teammate(admin).withSeat(seat));
    }

    /** Puts a teammate in exactly these teams. */
    public void changeTeams(String admin, List<Integer> teams) {
        workspace.teammates().change(teammate(admin).withTeams(teams));
    }

    /** Lets a teammate log in now. */
    public void login(String admin) {
        workspace.activities().login(teammate(admin), workspace.time().second());
    }

    /** Moves the sandbox's time so far away from its clock. */
    public void clockOffset(Duration offset) {
        workspace.time().offset(offset);
    }

    /** Takes every change back. */
    public synchronized void reset() {
        contacts.reset();
        workspace.companies().reset();
        workspace.tags().reset();
        workspace.teammates().reset();
        workspace.activities().reset();
        workspace.attributes().reset();
        workspace.contactActivities().reset();
        workspace.time().offset(Duration.ZERO);
    }

    private Teammate teammate(String id) {
        return workspace.teammates().find(id).orElseThrow(() -> unknown("teammate", id));
    }

    private Contact get(String id) {
        return contacts.find(id).orElseThrow(() -> unknown("contact", id));
    }

    private static IllegalArgumentException unknown(String kind, String id) {
        return new IllegalArgumentException("There is no " + kind + " \"" + id + "\"");
    }
}
