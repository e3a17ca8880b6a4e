package io.eicbridge.flow.lint;

/** A bean as the little folders of {@code routes-lint} call it. */
public final class Letters {
    public String next(String letter) {
        return letter;
    }

    public String open(String letter, String knife, String reader) {
        return letter + knife + reader;
    }

    public void lost() {}

    public int weigh(String letter) {
        return letter.length();
    }

    public int weigh(int letters) {
        return letters;
    }
}
