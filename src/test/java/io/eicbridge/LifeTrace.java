package io.eicbridge;

import java.util.ArrayList;
import java.util.List;

/** What happened in a life since its last quiet point, step by step. */
final class LifeTrace {
    private final List<String> lines = new ArrayList<>();
    private int step;

    void next() {
        step++;
    }

    void quiet() {
        lines.clear();
    }

    void say(String what) {
        lines.add(step + ": " + what);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
