package io.eicbridge.packaging;

/**
 * One connection parameter as it stands in a file or in a transport zip.
 *
 * @param name as EIC calls it, for instance {@code AddAccessJSON}
 * @param file told in findings
 */
public record ParameterText(String name, String file, String text) {
    /** Whether it says nothing, as exported packages have those that are not used. */
    public boolean isEmpty() {
        String bare = text.strip();
        return bare.isEmpty() || bare.equals("{}") || bare.equals("\"\"") || bare.equals("null");
    }

    /** Whether it is what EIC's export makes of the credentials: letters without a meaning. */
    public boolean isEncrypted() {
        return text.strip().matches("[A-Za-z0-9+/=\\s]{24,}");
    }
}
