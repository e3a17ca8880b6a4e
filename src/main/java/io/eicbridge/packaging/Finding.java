package io.eicbridge.packaging;

/**
 * One thing that is wrong in a connection package.
 *
 * @param file the file, for a transport zip with the connection and the parameter that it holds
 * @param pointer the JSON pointer within the parameter, empty for the whole of it
 * @param line within the parameter's text, from 1; 0 where it concerns no place
 * @param column as line
 * @param explanation what was found and what EIC makes of it
 * @param remedy what to do
 */
public record Finding(Code code, String file, String pointer, int line, int column, String explanation, String remedy) {
    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }
}
