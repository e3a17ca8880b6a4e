package io.eicbridge.dialect.provisioning;

/**
 * Whether the answer to a call counts as success.
 *
 * @param reason the rule that the answer broke, empty for a success; never a value of the answer
 */
public record Judgement(boolean success, String reason) {
    static final Judgement SUCCESS = new Judgement(true, "");

    static Judgement failure(String reason) {
        return new Judgement(false, reason);
    }
}
