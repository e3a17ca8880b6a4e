package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one parameter. */
final class Notes {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Notes(String file) {
        this.file = file;
    }

    void add(Code code, Located at, String explanation, String remedy) {
        add(code, at.line(), at.column(), at.pointer(), explanation, remedy);
    }

    void add(Code code, int line, int column, String pointer, String explanation, String remedy) {
        Finding finding = new Finding(code, file, pointer, line, column, explanation, remedy);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** What concerns the parameter as a whole. */
    void whole(Code code, String explanation, String remedy) {
        add(code, 0, 0, "", explanation, remedy);
    }

    List<Finding> findings() {
        return findings;
    }
}
