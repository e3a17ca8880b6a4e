package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Every list of Intercom that the bridge reads. */
public final class Listings {
    /** Contacts per page: Intercom's largest; its default is 10. */
    public static final int CONTACTS_PER_PAGE = 150;

    private static final int OTHERS_PER_PAGE = 60;
    private static final int TICKETS_PER_PAGE = 150;
    private static final Set<String> ORDERS = Set.of("ascending", "descending");

    private Listings() {}

    /** All live contacts, in Intercom's own order. */
    public static Listing contacts() {
        return new CursorListing("/contacts?per_page=" + CONTACTS_PER_PAGE, "contacts");
    }

    /**
     * The contacts that a query finds, sorted.
     *
     * @param order {@code ascending} or {@code descending}, spelled out: Intercom refuses short forms
     */
    public static Listing contactSearch(ObjectNode query, String sortField, String order) {
        if (!ORDERS.contains(order)) {
            throw new IllegalArgumentException("order is \"" + order + "\", allowed are " + ORDERS);
        }
        ObjectNode sort = JsonNodeFactory.instance.objectNode();
        return new SearchListing(
                "contacts", query, sort.put("field", sortField).put("order", order), CONTACTS_PER_PAGE);
    }

    /** One contact of those that a query finds: read for its page's {@code total}. */
    public static Listing contactCount(ObjectNode query) {
        return new SearchListing("contacts", query, null, 1);
    }

    /** What happened to contacts, oldest first; an empty page tells that there is no news, or that the feed cannot be read. */
    public static Listing contactActivities() {
        return new CursorListing("/contacts/activities?per_page=" + CONTACTS_PER_PAGE, "activities");
    }

    /** All teammates. */
    public static Listing admins() {
        return new WholeListing("/admins", "admins");
    }

    /** The logins of teammates after a time, the newest first; API versions before 2.16 do not have it. */
    public static Listing logins(Instant after) {
        return new ActivityListing(List.of("admin_login_success"), after);
    }

    /** Invitations of teammates and their acceptance after a time, the newest first; likewise. */
    public static Listing invitations(Instant after) {
        return new ActivityListing(
                List.of("admin_invite_creation", "admin_invite_change", "admin_provisioned", "app_admin_join"), after);
    }

    /** The tickets of some types that changed after a time, the oldest change first; compared to the second. */
    public static Listing changedTickets(Collection<String> types, Instant after) {
        return new SearchListing(
                "tickets",
                TicketSearch.changed(types, after),
                TicketSearch.oldestFirst("updated_at"),
                TICKETS_PER_PAGE);
    }

    /** The tickets of one type that were created after a time, the oldest first. */
    public static Listing createdTickets(String type, Instant after) {
        return new SearchListing(
                "tickets", TicketSearch.created(type, after), TicketSearch.oldestFirst("created_at"), TICKETS_PER_PAGE);
    }

    /** All teams. */
    public static Listing teams() {
        return new WholeListing("/teams", "teams");
    }

    /** All tags. */
    public static Listing tags() {
        return new WholeListing("/tags", "tags");
    }

    /** All segments, with the number of their members. */
    public static Listing segments() {
        return new WholeListing("/segments?include_count=true", "segments");
    }

    /** All subscription types. */
    public static Listing subscriptionTypes() {
        return new WholeListing("/subscription_types", "subscription_types");
    }

    /** The attributes of a model, {@code contact} or {@code company}. */
    public static Listing dataAttributes(String model) {
        return new WholeListing("/data_attributes?model=" + CallPath.encoded(model), "data_attributes");
    }

    /**
     * All companies. A workspace has one scroll: it ends after a minute of rest, and its calls are never repeated,
     * because the repetition of a lost page would answer the page after it.
     */
    public static Listing companiesScroll() {
        return new ScrollListing();
    }

    /** Companies by page number; Intercom refuses pages beyond 10,000 companies. */
    public static Listing companiesList() {
        return new NumberedListing("POST", "/companies/list?per_page=" + OTHERS_PER_PAGE, "companies");
    }

    /** The companies of a contact. */
    public static Listing contactCompanies(String contact) {
        String path = ofContact(contact, "companies") + "?per_page=" + OTHERS_PER_PAGE;
        return new NumberedListing("GET", path, "companies");
    }

    /** The tags of a contact. */
    public static Listing contactTags(String contact) {
        return new WholeListing(ofContact(contact, "tags"), "tags");
    }

    /** The subscription types that a contact explicitly chose: an attached opt-out type means it gets none of that type. */
    public static Listing contactSubscriptions(String contact) {
        return new WholeListing(ofContact(contact, "subscriptions"), "subscriptions");
    }

    /** The segments of a contact. */
    public static Listing contactSegments(String contact) {
        return new WholeListing(ofContact(contact, "segments"), "segments");
    }

    /** One contact. */
    public static Call contact(String id) {
        return Call.get("/contacts/" + CallPath.encoded(id));
    }

    /** One company, by Intercom's id. */
    public static Call company(String id) {
        return Call.get("/companies/" + CallPath.encoded(id));
    }

    private static String ofContact(String contact, String list) {
        return "/contacts/" + CallPath.encoded(contact) + "/" + list;
    }
}
