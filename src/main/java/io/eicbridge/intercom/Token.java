package io.eicbridge.intercom;

/** An access token, which no message shows. */
public record Token(String value) {

    /** Never the token. */
    @Override
    public String toString() {
        return "***";
    }
}
