package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.intercom.Token;
import java.time.Duration;
import java.util.Map;

/**
 * How notifications of Intercom are taken.
 *
 * @param secret signs them; none are taken where it is empty
 * @param listening whether the path for them exists
 * @param batch hints that one run takes at most
 * @param keep how long notifications are known, and hints wait
 */
record WebhookSettings(Token secret, boolean listening, int batch, Duration keep) {
    static final String LISTENING = "webhooks.listening";
    private static final int SHORTEST = 16;

    static WebhookSettings read(SettingsReader reader) {
        Token secret = new Token(reader.text("intercom.client-secret"));
        boolean listening = reader.flag(LISTENING) && !secret.value().isEmpty();
        if (listening && secret.value().length() < SHORTEST) {
            throw new Configuration(
                    "Setting \"intercom.client-secret\" has fewer than " + SHORTEST
                            + " characters; copy the whole client secret from the app's Basic Information in Intercom's Developer Hub.");
        }
        return new WebhookSettings(
                secret,
                listening,
                reader.number("webhooks.batch", 1, 100_000),
                Duration.ofHours(reader.number("webhooks.keep", 1, 10_000)));
    }

    /** The value of the key that switches the path on, as routes see it. */
    Map<String, String> effective() {
        return Map.of(LISTENING, Boolean.toString(listening));
    }
}
