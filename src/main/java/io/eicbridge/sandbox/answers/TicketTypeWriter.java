package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.TicketAttribute;
import io.eicbridge.sandbox.tickets.TicketState;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** Writes the types of tickets, their attributes and their states. */
final class TicketTypeWriter {
    private final Desk desk;

    TicketTypeWriter(Desk desk) {
        this.desk = desk;
    }

    void write(TicketType type, Version version, JsonBytes out) {
        summary(type, out);
        out.raw(",\"workspace_id\":\"" + Workspace.ID + "\",\"created_at\":").number(type.createdAt());
        out.raw(",\"updated_at\":").number(type.updatedAt());
        out.raw(",\"ticket_type_attributes\":{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (TicketAttribute attribute : type.attributes()) {
            attribute(type, attribute, out.comma(first));
            first = false;
        }
        out.raw("]}");
        if (version.since(12)) {
            states(type, out);
        }
        out.raw("}");
    }

    /** A type without its closing brace and without attributes. */
    private static void summary(TicketType type, JsonBytes out) {
        TicketType.Facts facts = type.facts();
        out.raw("{\"type\":\"ticket_type\",\"id\":").text(type.id());
        out.raw(",\"name\":").text(facts.name()).raw(",\"description\":").value(facts.description());
        out.raw(",\"icon\":").value(facts.icon()).raw(",\"archived\":").value(facts.archived());
        out.raw(",\"is_internal\":").value(facts.internal());
        out.raw(",\"category\":").text(facts.category());
    }

    private void states(TicketType type, JsonBytes out) {
        out.raw(",\"ticket_states\":{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (TicketState state : desk.states().all()) {
            if (state.fits(type)) {
                state(state, out.comma(first)).raw("}");
                first = false;
            }
        }
        out.raw("]}");
    }

    /** A state without its closing brace. */
    static JsonBytes state(TicketState state, JsonBytes out) {
        out.raw("{\"type\":\"ticket_state\",\"id\":").text(state.id());
        out.raw(",\"category\":").text(state.category());
        out.raw(",\"internal_label\":").text(state.internalLabel());
        return out.raw(",\"external_label\":").text(state.externalLabel());
    }

    /** A state with the types whose tickets can be in it. */
    void stateWithTypes(TicketState state, JsonBytes out) {
        state(state, out).raw(",\"archived\":false,\"ticket_types\":{\"type\":\"list\",\"data\":[");
        List<TicketType> types = desk.types().all().stream().filter(state::fits).toList();
        for (TicketType type : types) {
            summary(type, out.comma(type == types.get(0)));
            out.raw("}");
        }
        out.raw("]}}");
    }

    static void attribute(TicketType type, TicketAttribute attribute, JsonBytes out) {
        TicketAttribute.Facts facts = attribute.facts();
        out.raw("{\"type\":\"ticket_type_attribute\",\"id\":").text(String.valueOf(attribute.id()));
        out.raw(",\"workspace_id\":\"" + Workspace.ID + "\",\"name\":").text(facts.name());
        out.raw(",\"description\":").value(facts.description());
        out.raw(",\"data_type\":").text(facts.dataType());
        options(attribute, out);
        out.raw(",\"order\":").number(attribute.order());
        out.raw(",\"required_to_create\":").value(facts.required());
        out.raw(",\"required_to_create_for_contacts\":false,\"visible_on_create\":true,\"visible_to_contacts\":true");
        out.raw(",\"default\":").value(attribute.byDefault());
        out.raw(",\"ticket_type_id\":").raw(type.id()).raw(",\"archived\":").value(facts.archived());
        out.raw(",\"created_at\":").number(attribute.createdAt());
        out.raw(",\"updated_at\":").number(attribute.updatedAt()).raw("}");
    }

    private static void options(TicketAttribute attribute, JsonBytes out) {
        TicketAttribute.Facts facts = attribute.facts();
        out.raw(",\"input_options\":");
        switch (facts.dataType()) {
            case "string" -> out.raw("{\"multiline\":").value(facts.multiline()).raw("}");
            case "list" -> items(attribute, out);
            default -> out.value(null);
        }
    }

    private static void items(TicketAttribute attribute, JsonBytes out) {
        out.raw("{\"allow_multiple_values\":false,\"list_options\":[");
        List<String> items = attribute.facts().items();
        for (int at = 0; at < items.size(); at++) {
            out.comma(at == 0).raw("{\"id\":").text(attribute.itemId(at));
            out.raw(",\"label\":").text(items.get(at)).raw("}");
        }
        out.raw("]}");
    }
}
