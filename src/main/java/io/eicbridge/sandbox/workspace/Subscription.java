package io.eicbridge.sandbox.workspace;

import java.util.Arrays;
import java.util.Optional;

/** A kind of message; attaching an opt-out type means that the contact does not want it. */
public enum Subscription {
    NEWSLETTER("Newsletter", "opt_out", "live", "email"),
    PRODUCT_UPDATES("Product updates", "opt_out", "live", "email"),
    WEBINARS("Webinars", "opt_in", "live", "email"),
    TEXT_ALERTS("Text alerts", "opt_in", "live", "sms_message"),
    PARTNER_OFFERS("Partner offers", "opt_in", "archived", "email"),
    SURVEYS("Surveys", "opt_out", "draft", "email");

    private final String title;
    private final String consent;
    private final String state;
    private final String content;

    Subscription(String title, String consent, String state, String content) {
        this.title = title;
        this.consent = consent;
        this.state = state;
        this.content = content;
    }

    /** Intercom's id. */
    public String id() {
        return String.valueOf(31_407 + 3 * ordinal());
    }

    /** The name shown. */
    public String title() {
        return title;
    }

    /** {@code opt_in} or {@code opt_out}. */
    public String consent() {
        return consent;
    }

    /** {@code live}, {@code draft} or {@code archived}. */
    public String state() {
        return state;
    }

    /** {@code email} or {@code sms_message}. */
    public String content() {
        return content;
    }

    /** The type of that id. */
    public static Optional<Subscription> find(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
