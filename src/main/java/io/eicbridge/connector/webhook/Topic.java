package io.eicbridge.connector.webhook;

import io.eicbridge.journal.Hint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What notifications of a topic cause; none trusts what they tell. */
enum Topic {
    /** Its contact is read again, and what else it names. */
    CONTACT(
            "contact.created",
            "contact.updated",
            "contact.user.created",
            "contact.user.updated",
            "contact.lead.created",
            "contact.lead.updated",
            "contact.lead.signed_up",
            "contact.lead.added_email",
            "contact.added_email",
            "contact.signed_up",
            "contact.email.updated",
            "contact.archived",
            "contact.archive",
            "contact.unarchive",
            "contact.unarchived",
            "contact.deleted",
            "contact.merged",
            "contact.tag.created",
            "contact.tag.deleted",
            "contact.user.tag.created",
            "contact.user.tag.deleted",
            "contact.lead.tag.created",
            "contact.lead.tag.deleted",
            "contact.subscribed",
            "contact.unsubscribed",
            "contact.unsubscribed_from_sms",
            "granular.subscribe",
            "granular.unsubscribe"),
    /** Its company is read again, and the contact that it names. */
    COMPANY(
            "company.created",
            "company.updated",
            "company.deleted",
            "company.contact.attached",
            "company.contact.detached"),
    /** The teammates are imported, which takes a few calls. */
    ADMIN(
            "admin.added_to_workspace",
            "admin.removed_from_workspace",
            "admin.away_mode_updated",
            "admin.activity_log_event.created",
            "admin.logged_in",
            "admin.logged_out"),
    /** Its ticket is kept in the journal. */
    TICKET(
            "ticket.created",
            "ticket.state.updated",
            "ticket.resolved",
            "ticket.closed",
            "ticket.admin.assigned",
            "ticket.team.assigned",
            "ticket.attribute.updated",
            "ticket.note.created",
            "ticket.contact.attached",
            "ticket.contact.detached"),
    /** Intercom tries whether somebody answers. */
    PING("ping"),
    /** Nothing: it is counted. */
    OTHER;

    private static final Map<String, Topic> BY_NAME = Stream.of(values())
            .flatMap(topic -> topic.names.stream().map(name -> Map.entry(name, topic)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> names;

    Topic(String... names) {
        this.names = Set.of(names);
    }

    static Topic of(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }

    /** What is to be read because of objects that a notification points at. */
    List<Hint> hints(List<Pointer> pointers) {
        return switch (this) {
            case CONTACT, COMPANY ->
                pointers.stream().flatMap(pointer -> pointer.hint().stream()).toList();
            case ADMIN -> List.of(new Hint("teammates", Hint.IMPORT, ""));
            case TICKET, PING, OTHER -> List.of();
        };
    }
}
