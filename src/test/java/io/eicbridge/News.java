package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** What Intercom tells the bridge of changes: by chance a notification arrives, arrives twice, comes after later ones, or never. */
final class News {
    private final Notifier intercom;
    private final Random random;
    private final LifeTrace trace;
    private final List<Letter> late = new ArrayList<>();
    private final TreeSet<String> untold = new TreeSet<>();

    private record Letter(ObjectNode notification, List<String> contacts) {}

    News(TestBed bed, Random random, LifeTrace trace) {
        this.intercom = new Notifier(bed.api("/webhooks/intercom"));
        this.random = random;
        this.trace = trace;
    }

    /** A contact changed. */
    void of(String topic, String contact) {
        of(topic, Notifier.item("contact", contact), contact);
    }

    /** Contacts changed by being merged. */
    void ofMerge(String from, String into) {
        ObjectNode survivor = Notifier.item("contact", into);
        survivor.set("merged_from", Notifier.item("contact", from));
        of("contact.merged", survivor, from, into);
    }

    /** A contact holds a thing or does not any more. */
    void ofPair(String topic, String contact, String kind, String thing) {
        ObjectNode item = Notifier.item("contact_" + kind, null);
        item.set("contact", Notifier.item("contact", contact));
        item.set(kind, Notifier.item(kind, thing));
        of(topic, item, contact);
    }

    void of(String topic, ObjectNode item, String... contacts) {
        untold.addAll(List.of(contacts));
        Letter letter = new Letter(intercom.of(topic, item), List.of(contacts));
        int fate = random.nextInt(10);
        if (fate < 4) {
            deliver(letter);
        } else if (fate < 5) {
            deliver(letter);
            deliver(letter);
        } else if (fate < 7) {
            late.add(letter);
        }
    }

    /** A contact changed, and nobody tells. */
    void silently(String contact) {
        untold.add(contact);
    }

    /** A contact was read by its id after its last change. */
    void told(String contact) {
        untold.remove(contact);
    }

    /** A contact changed, and the notification arrives at once. */
    void certainly(String topic, String contact) {
        deliver(new Letter(intercom.contact(topic, contact), List.of(contact)));
    }

    void arriveLate() {
        if (!late.isEmpty()) {
            deliver(late.remove(random.nextInt(late.size())));
        }
    }

    private void deliver(Letter letter) {
        trace.say("   told: " + letter.notification.path("topic").asText() + " " + letter.contacts);
        assertThat(intercom.send(letter.notification)).isEqualTo(200);
        untold.removeAll(letter.contacts);
    }

    /** Contacts whose last change no notification has told of. */
    TreeSet<String> untold() {
        return untold;
    }
}
