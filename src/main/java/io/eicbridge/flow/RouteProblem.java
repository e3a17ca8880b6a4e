package io.eicbridge.flow;

import java.nio.file.Path;

/**
 * One thing that is wrong in the routes folder or its properties: where, what was found and allowed, and what to do.
 *
 * @param line counted from 1, 0 where the whole file is meant
 * @param column counted from 1, 0 where the whole line is meant
 */
public record RouteProblem(Path file, int line, int column, String message, String remedy) {

    /** One line for people, which editors and terminals recognise as a link: {@code file:line:column message. Remedy.} */
    public String text() {
        String place = line == 0 ? "" : ":" + line + (column == 0 ? "" : ":" + column);
        return file + place + " " + message + ". " + remedy + ".";
    }
}
