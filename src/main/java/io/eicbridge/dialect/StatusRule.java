package io.eicbridge.dialect;

/**
 * The column in which EIC reads whether an account is active, and the two texts it understands.
 *
 * @param column in upper case
 */
public record StatusRule(String column, String active, String inactive) {
    /** The text of one of the two states. */
    public String text(boolean isActive) {
        return isActive ? active : inactive;
    }
}
