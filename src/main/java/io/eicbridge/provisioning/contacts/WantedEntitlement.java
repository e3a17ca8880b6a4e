package io.eicbridge.provisioning.contacts;

/** How a tag or company is to be; it has no id before it is created. */
public record WantedEntitlement(Entitlement entitlement, Sent sent) {
    boolean isTag() {
        return entitlement.type().equals("Tag");
    }

    /** A field of what is sent, empty where it is not there. */
    String field(String name) {
        return sent.body() == null ? "" : sent.body().path(name).asText("").strip();
    }
}
