package io.eicbridge.packaging;

import java.util.List;

/**
 * The parameters of one connection, from a folder or from a transport zip.
 *
 * @param description what the connection says of itself; a placeholder that it names is left to the administrator
 * @param isWhole whether it is all that the connection has, so that what is missing can be told
 */
public record ConnectionPackage(
        String name, String file, String description, boolean isWhole, List<ParameterText> parameters) {
    /** The same with the parameters in its own list. */
    public ConnectionPackage {
        parameters = List.copyOf(parameters);
    }
}
