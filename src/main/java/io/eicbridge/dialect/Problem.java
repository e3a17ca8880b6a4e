package io.eicbridge.dialect;

/**
 * One fault of a parameter file at its place.
 *
 * @param line from 1, 0 where the file could not be read at all
 * @param column from 1, as line
 * @param pointer the JSON pointer of the key, empty for the whole file
 * @param message what was found, what is allowed and what to do
 */
public record Problem(String file, int line, int column, String pointer, String message) {
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return pointer.isEmpty() ? place + " " + message : place + " " + pointer + " " + message;
    }
}
