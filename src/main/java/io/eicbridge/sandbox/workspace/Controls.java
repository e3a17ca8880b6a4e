package io.eicbridge.sandbox.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Changes the workspace as its users and teammates would; an unknown id is an {@link IllegalArgumentException}. */
public final class Controls {
    private final Workspace workspace;
    private final ContactChanges changes;

    /** The controls of a workspace. */
    public Controls(Workspace workspace) {
        this.workspace = workspace;
        this.changes = workspace.changes();
    }

    /** Creates a contact now with these values, named as in Intercom's answers ({@code custom_attributes.plan}); returns its id. */
    public String createContact(Map<String, ?> values) {
        return changes.create(values).id();
    }

    /** Creates so many made-up contacts now; returns their ids. */
    public List<String> createContacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(nth -> changes.createMadeUp().id())
                .toList();
    }

    /** Changes values of a contact, whose {@code updated_at} becomes now. */
    public void updateContact(String id, Map<String, ?> values) {
        changes.together(() -> changes.update(get(id), values));
    }

    /** Archives a contact: invisible, but it can come back. */
    public void archive(String id) {
        stand(id, Standing.ARCHIVED);
    }

    /** Brings an archived contact back. */
    public void unarchive(String id) {
        if (get(id).standing() != Standing.ARCHIVED) {
            throw new IllegalArgumentException("The contact \"" + id + "\" is not archived");
        }
        stand(id, Standing.LIVE);
    }

    /** Blocks a contact for good. */
    public void block(String id) {
        stand(id, Standing.BLOCKED);
    }

    /** Deletes a contact for good. */
    public void delete(String id) {
        stand(id, Standing.DELETED);
    }

    private void stand(String id, Standing standing) {
        changes.together(() -> changes.stand(get(id), standing, null));
    }

    /** Merges one contact into another, which gets its tags and companies as well. */
    public void merge(String from, String into) {
        changes.together(() -> {
            changes.merge(get(from), get(into));
            return null;
        });
    }

    /** Puts a tag on a contact; {@code updated_at} stays. */
    public void tag(String contact, String tag) {
        hold(contact, Holding.TAG, workspace.tags().get(tag).number(), true);
    }

    /** Takes a tag off a contact; {@code updated_at} stays. */
    public void untag(String contact, String tag) {
        hold(contact, Holding.TAG, workspace.tags().get(tag).number(), false);
    }

    /** Lets a contact work at a company. */
    public void attach(String contact, String company) {
        hold(contact, Holding.COMPANY, workspace.companies().get(company).number(), true);
    }

    /** Lets a contact leave a company. */
    public void detach(String contact, String company) {
        hold(contact, Holding.COMPANY, workspace.companies().get(company).number(), false);
    }

    private void hold(String contact, Holding kind, int number, boolean held) {
        changes.together(() -> changes.hold(get(contact), kind, number, held));
    }

    /** Gives a contact exactly these segments, whatever their rules say. */
    public void overrideSegments(String contact, Set<String> segments) {
        List<Integer> numbers = segments.stream()
                .map(id -> Segment.find(id).orElseThrow(() -> unknown("segment", id)))
                .map(Segment::ordinal)
                .toList();
        replace(contact, Holding.SEGMENT, numbers);
    }

    /** Gives a contact exactly these explicit subscription choices. */
    public void chooseSubscriptions(String contact, Set<String> types) {
        List<Integer> numbers = types.stream()
                .map(id -> Subscription.find(id).orElseThrow(() -> unknown("subscription type", id)))
                .map(Subscription::ordinal)
                .toList();
        replace(contact, Holding.SUBSCRIPTION, numbers);
    }

    private void replace(String contact, Holding kind, List<Integer> numbers) {
        changes.together(() -> {
            changes.holdExactly(get(contact), kind, numbers);
            return null;
        });
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

    /** Lets a segment of that name depend on a tag, which can then not be deleted by the API; an empty name ends it. */
    public void dependOnTag(String id, String segment) {
        workspace.tags().depend(id, segment);
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
    public void reset() {
        changes.together(() -> {
            workspace.reset();
            return null;
        });
    }

    private Teammate teammate(String id) {
        return workspace.teammates().find(id).orElseThrow(() -> unknown("teammate", id));
    }

    private Contact get(String id) {
        return workspace.contacts().find(id).orElseThrow(() -> unknown("contact", id));
    }

    private static IllegalArgumentException unknown(String kind, String id) {
        return new IllegalArgumentException("There is no " + kind + " \"" + id + "\"");
    }
}
