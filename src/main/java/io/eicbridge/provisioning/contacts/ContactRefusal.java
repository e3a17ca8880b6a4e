package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Explains why Intercom refused the values of a contact: custom attributes have to exist before they can be set. */
public final class ContactRefusal {
    /** Asks which attributes exist, null where no custom one was sent. */
    public Call ask(WantedContact wanted) {
        return wanted.fields().path("custom_attributes").isEmpty()
                ? null
                : RequestCalls.of(wanted.sent().request(), Call.get("/data_attributes?model=contact"), wanted.id());
    }

    /** Rejected, with the custom attributes that do not exist. */
    public void missing(WantedContact wanted, Answer refusal, Answer attributes) {
        Set<String> known = new TreeSet<>();
        for (JsonNode attribute : attributes.body().path("data")) {
            if (attribute.path("custom").asBoolean(false)
                    && !attribute.path("archived").asBoolean(false)) {
                known.add(attribute.path("name").asText());
            }
        }
        List<String> missing = StreamSupport.stream(
                        ((Iterable<String>) () -> wanted.fields()
                                        .path("custom_attributes")
                                        .fieldNames())
                                .spliterator(),
                        false)
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw refused(wanted, refusal)
                    .apply("the workspace has no custom attribute of contacts named " + missing
                            + ". Create it in Intercom, Settings > Data > People > Create attribute, or by POST"
                            + " /data_attributes with model contact");
        }
    }

    /** Rejected with what Intercom said. */
    public void explain(WantedContact wanted, Answer refusal) {
        ErrorAnswer error = ErrorAnswer.of(refusal);
        String why = error.code().equals("not_restorable")
                ? "a contact with this identity was blocked, which only a person can take back, in Intercom"
                : "correct the value that it names, or the connection parameter that sends it";
        throw refused(wanted, refusal).apply(why);
    }

    private interface Reasons {
        Rejected apply(String why);
    }

    private static Reasons refused(WantedContact wanted, Answer refusal) {
        ErrorAnswer error = ErrorAnswer.of(refusal);
        return why -> error.rejected("Nothing was done: " + error.words() + ": " + why + ". "
                + wanted.sent().request().context());
    }
}
