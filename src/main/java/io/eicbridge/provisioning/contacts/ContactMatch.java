package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks for the contact that a create asks for: by the external id, which is exact, then by the e-mail address. */
public final class ContactMatch {
    /** Asks by the external id, null where none is wanted; that nobody has it is an answer too. */
    public Call byExternalId(WantedContact wanted) {
        if (wanted.externalId().isEmpty()) {
            return null;
        }
        Call call = wanted.lead()
                ? Call.search("/contacts/search", search("external_id", wanted.externalId()))
                : Call.get("/contacts/find_by_external_id/" + CallPath.encoded(wanted.externalId()))
                        .accepting(RequestCalls.NOT_FOUND, RequestCalls.MERGED);
        return RequestCalls.of(wanted.sent().request(), call, wanted.id());
    }

    /** Asks by the e-mail address, null where none is wanted. */
    public Call byEmail(WantedContact wanted) {
        return wanted.email().isEmpty()
                ? null
                : RequestCalls.of(
                        wanted.sent().request(),
                        Call.search("/contacts/search", search("email", wanted.email())),
                        wanted.id());
    }

    /** The contact that has the external id, null for none. */
    public Contact known(WantedContact wanted, Answer answer) {
        return listed(answer).stream()
                .filter(contact -> contact.externalId().equals(wanted.externalId()))
                .findFirst()
                .orElse(null);
    }

    /**
     * The contact that has the address and nobody else's external id, null for none. A lead is taken over only where it is the only
     * one: leads share addresses.
     *
     * @throws Rejected where several could be meant
     */
    public Contact addressed(WantedContact wanted, Answer answer) {
        List<Contact> found = listed(answer).stream()
                .filter(contact -> contact.email().equalsIgnoreCase(wanted.email()) && wanted.mayBe(contact))
                .toList();
        List<Contact> users =
                found.stream().filter(contact -> !contact.isLead()).toList();
        List<Contact> leads = found.stream().filter(Contact::isLead).toList();
        if (wanted.lead() ? leads.size() > 1 : users.size() > 1) {
            throw new Rejected("Nothing was done: several contacts have this e-mail address: "
                    + found.stream().map(Contact::id).sorted().collect(Collectors.joining(", "))
                    + ". Merge them in Intercom, or give the external_id of the right one. "
                    + wanted.sent().request().context());
        }
        List<Contact> best = wanted.lead() || users.isEmpty() ? leads : users;
        return best.size() == 1 ? best.get(0) : null;
    }

    /** One contact, or the contacts of a search; none where the answer is that there is none. */
    private static List<Contact> listed(Answer answer) {
        if (answer.status() != 200) {
            return List.of();
        }
        JsonNode data = answer.body().path("data");
        return data.isArray()
                ? StreamSupport.stream(data.spliterator(), false)
                        .map(Contact::new)
                        .toList()
                : List.of(new Contact(answer.body()));
    }

    private static ObjectNode search(String field, String value) {
        ObjectNode search = JsonNodeFactory.instance.objectNode();
        ObjectNode query = search.putObject("query").put("operator", "AND");
        ArrayNode conditions = query.putArray("value");
        conditions.addObject().put("field", field).put("operator", "=").put("value", value);
        search.putObject("pagination").put("per_page", 150);
        return search;
    }
}
