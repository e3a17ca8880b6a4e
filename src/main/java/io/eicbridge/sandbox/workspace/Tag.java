package io.eicbridge.sandbox.workspace;

/** A label that teammates put on contacts; the number is its place in the sandbox. */
public record Tag(int number, String name) {
    /** Intercom's id: decimal digits. */
    public String id() {
        return String.valueOf(7_522_907L + 13L * number);
    }
}
