package io.eicbridge.intercom;

/** An access token, which no message shows. */
public record Token(String value) {

    /** No token is an empty one. */
    public Token {
        value = value == null ? "" : value.strip();
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "***";
    }
}
