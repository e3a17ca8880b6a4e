package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Subscription;
import io.eicbridge.sandbox.workspace.Tag;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Writes contacts, with up to ten of each thing they hold. */
final class ContactWriter {
    private static final byte[] HEAD =
            JsonBytes.ascii("{\"type\":\"contact\",\"workspace_id\":\"" + Workspace.ID + "\"");
    private static final byte[][] PLAIN_KEYS = keys(Attributes.PLAIN, 0);
    private static final byte[][] LOCATION_KEYS = keys(Attributes.LOCATION, "location.".length());
    private static final byte[] PROFILES =
            JsonBytes.ascii(",\"social_profiles\":{\"type\":\"list\",\"data\":[]},\"location\":{\"type\":\"location\"");
    private static final byte[] TAIL =
            JsonBytes.ascii(",\"utm_campaign\":null,\"utm_content\":null,\"utm_medium\":null,"
                    + "\"utm_source\":null,\"utm_term\":null,\"referrer\":null,\"enabled_push_messaging\":null}");
    private final Workspace workspace;

    ContactWriter(Workspace workspace) {
        this.workspace = workspace;
    }

    private static byte[][] keys(List<Attribute> attributes, int skipped) {
        return attributes.stream()
                .map(attribute -> JsonBytes.ascii(",\"" + attribute.name().substring(skipped) + "\":"))
                .toArray(byte[][]::new);
    }

    void write(Contact contact, Version version, JsonBytes out) {
        out.raw(HEAD);
        plain(contact, version, out);
        avatar(contact.value(Attributes.AVATAR), out);
        out.raw(PROFILES);
        for (int at = 0; at < LOCATION_KEYS.length; at++) {
            out.raw(LOCATION_KEYS[at]).value(contact.value(Attributes.LOCATION.get(at)));
        }
        out.raw("},\"custom_attributes\":{");
        custom(contact, out);
        out.raw("}");
        holdings(contact, out);
        out.raw(TAIL);
    }

    private static void avatar(Object url, JsonBytes out) {
        out.raw(",\"avatar\":");
        if (url == null) {
            out.value(null);
        } else {
            out.raw("{\"type\":\"avatar\",\"image_url\":").value(url).raw("}");
        }
    }

    private void plain(Contact contact, Version version, JsonBytes out) {
        for (int at = 0; at < PLAIN_KEYS.length; at++) {
            Attribute attribute = Attributes.PLAIN.get(at);
            Object value = contact.value(attribute);
            out.raw(PLAIN_KEYS[at]);
            switch (attribute.name()) {
                case "owner_id" -> out.value(owner(value, version));
                case "email" -> email(value == null ? "" : (String) value, out);
                default -> out.value(value);
            }
        }
    }

    /** A contact without an address has an empty one, as in Intercom's examples. */
    private static void email(String email, JsonBytes out) {
        out.text(email).raw(",\"email_domain\":").text(email.substring(email.indexOf('@') + 1));
    }

    /** Up to version 2.15 the owner was a number. */
    private static Object owner(Object value, Version version) {
        return value == null || version.since(16) ? value : Long.valueOf((String) value);
    }

    private void custom(Contact contact, JsonBytes out) {
        Collection<Attribute> attributes = workspace.attributes().custom();
        boolean first = true;
        for (Attribute attribute : attributes) {
            Object value = contact.value(attribute);
            if (value != null) {
                out.comma(first).text(attribute.shortName()).raw(":").value(value);
                first = false;
            }
        }
    }

    private void holdings(Contact contact, JsonBytes out) {
        String id = contact.id();
        Embedded.TAGS.write(id, tags(contact), out);
        Embedded.NOTES.write(id, notes(contact), out);
        Embedded.COMPANIES.write(id, workspace.companiesOf(contact), out);
        Embedded.OPTED_OUT.write(id, choices(contact, "opt_out"), out);
        Embedded.OPTED_IN.write(id, choices(contact, "opt_in"), out);
    }

    private static List<String> choices(Contact contact, String consent) {
        return Workspace.choicesOf(contact).stream()
                .filter(type -> type.consent().equals(consent))
                .map(Subscription::id)
                .toList();
    }

    private List<String> tags(Contact contact) {
        return workspace.tagsOf(contact).stream().map(Tag::id).toList();
    }

    private static List<String> notes(Contact contact) {
        int count = contact.notes();
        return count == 0
                ? List.of()
                : IntStream.range(0, count)
                        .mapToObj(nth -> String.valueOf(90_000_000L + contact.index() * 16L + nth))
                        .toList();
    }
}
