package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * That a contact shall hold an entitlement, or shall not.
 *
 * @param account Intercom's id of the contact
 * @param sent what is sent for that, null until it is known
 */
public record WantedAccess(String account, Entitlement entitlement, Sent sent) {
    /** Whether a subscription is concerned, which needs to be asked for its kind of consent. */
    public boolean isSubscription() {
        return entitlement.type().equals("Subscription");
    }

    ObjectNode bound() {
        return entitlement.bound();
    }

    /** Likewise; parameters read {@code entitlementValue.consent_type}: {@code opt_in} or {@code opt_out}. */
    WantedAccess with(String consent) {
        ObjectNode bound = entitlement.bound().deepCopy().put("consent_type", consent);
        return new WantedAccess(account, new Entitlement(entitlement.type(), entitlement.id(), bound), sent);
    }

    WantedAccess sending(Sent other) {
        return new WantedAccess(account, entitlement, other);
    }
}
