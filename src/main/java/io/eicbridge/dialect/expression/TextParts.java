package io.eicbridge.dialect.expression;

/** Methods that look for parts of a text, or take it apart. */
final class TextParts {
    static final MethodTable ALLOWED = new MethodTable()
            .with("tokenize", 0, (text, arguments, run) -> Splitting.tokens(text.toString(), " \t\n\r\f", run))
            .with(
                    "tokenize",
                    1,
                    (text, arguments, run) -> Splitting.tokens(text.toString(), Arguments.text(arguments, 0), run))
            .with("toList", 0, (text, arguments, run) -> Splitting.letters(text.toString(), run))
            .with("lastIndexOf", 1, (text, arguments, run) -> text.toString().lastIndexOf(Arguments.text(arguments, 0)))
            .with("lastIndexOf", 2, (text, arguments, run) -> text.toString()
                    .lastIndexOf(Arguments.text(arguments, 0), Arguments.whole(arguments, 1)))
            .with(
                    "charAt",
                    1,
                    (text, arguments, run) -> String.valueOf(text.toString().charAt(Arguments.whole(arguments, 0))))
            .with("matches", 1, (text, arguments, run) -> run.matcher(Arguments.text(arguments, 0), text.toString())
                    .matches())
            .with(
                    "replaceFirst",
                    2,
                    (text, arguments, run) -> Replacing.first(
                            text.toString(), Arguments.text(arguments, 0), Arguments.text(arguments, 1), run))
            .with("count", 1, (text, arguments, run) -> count(text.toString(), Arguments.text(arguments, 0), run));

    private TextParts() {}

    /** How often a part occurs; occurrences may overlap. */
    private static int count(String text, String part, Evaluation run) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = at < text.length() ? text.indexOf(part, at + 1) : -1) {
            run.step();
            count++;
        }
        return count;
    }
}
