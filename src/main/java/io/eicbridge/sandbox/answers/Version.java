package io.eicbridge.sandbox.answers;

import java.util.Optional;

/** A version of the API, as the header {@code Intercom-Version} names it. */
public record Version(int major, int minor) {
    /** The minor number of the Preview version, which is newer than all. */
    static final int PREVIEW = 999;

    /** Reads {@code 2.16} or {@code Preview}; empty where it is neither. */
    public static Optional<Version> of(String text) {
        if (text.equals("Preview") || text.equals("Unstable")) {
            return Optional.of(new Version(2, PREVIEW));
        }
        if (!text.matches("\\d\\.\\d{1,2}")) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        return Optional.of(
                new Version(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))));
    }

    /** True where this version is 2.{@code wanted} or newer. */
    public boolean since(int wanted) {
        return major == 2 && minor >= wanted;
    }

    /** True where Intercom knows the version, the newest being the one given. */
    public boolean isKnown(Version newest) {
        return minor == PREVIEW || major == 1 && minor <= 4 || major == 2 && minor <= newest.minor;
    }

    /** True where searches match points in time by the second, not by the day. */
    public boolean isExact() {
        return since(17);
    }
}
