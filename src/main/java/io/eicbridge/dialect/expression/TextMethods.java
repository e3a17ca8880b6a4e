package io.eicbridge.dialect.expression;

import java.util.Locale;

/** What expressions may ask a text. */
final class TextMethods {
    static final MethodTable ALLOWED = new MethodTable()
            .with("size", 0, (text, arguments, run) -> text.toString().length())
            .with("length", 0, (text, arguments, run) -> text.toString().length())
            .with("isEmpty", 0, (text, arguments, run) -> text.toString().isEmpty())
            .with("toString", 0, (text, arguments, run) -> text.toString())
            .with("trim", 0, (text, arguments, run) -> text.toString().trim())
            .with("toLowerCase", 0, (text, arguments, run) -> text.toString().toLowerCase(Locale.ROOT))
            .with("toUpperCase", 0, (text, arguments, run) -> text.toString().toUpperCase(Locale.ROOT))
            .with("contains", 1, (text, arguments, run) -> text.toString().contains(Arguments.text(arguments, 0)))
            .with("startsWith", 1, (text, arguments, run) -> text.toString().startsWith(Arguments.text(arguments, 0)))
            .with("endsWith", 1, (text, arguments, run) -> text.toString().endsWith(Arguments.text(arguments, 0)))
            .with("equals", 1, (text, arguments, run) -> text.equals(arguments.get(0)))
            .with(
                    "equalsIgnoreCase",
                    1,
                    (text, arguments, run) ->
                            arguments.get(0) != null && text.toString().equalsIgnoreCase(Arguments.text(arguments, 0)))
            .with("indexOf", 1, (text, arguments, run) -> text.toString().indexOf(Arguments.text(arguments, 0)))
            .with("indexOf", 2, (text, arguments, run) -> text.toString()
                    .indexOf(Arguments.text(arguments, 0), Arguments.whole(arguments, 1)))
            .with("substring", 1, (text, arguments, run) -> text.toString().substring(Arguments.whole(arguments, 0)))
            .with("substring", 2, (text, arguments, run) -> text.toString()
                    .substring(Arguments.whole(arguments, 0), Arguments.whole(arguments, 1)))
            .with(
                    "replace",
                    2,
                    (text, arguments, run) -> Replacing.texts(
                            text.toString(), Arguments.text(arguments, 0), Arguments.text(arguments, 1), run))
            .with(
                    "replaceAll",
                    2,
                    (text, arguments, run) -> Replacing.patterns(
                            text.toString(), Arguments.text(arguments, 0), Arguments.text(arguments, 1), run))
            .with("split", 0, (text, arguments, run) -> Splitting.atBlanks(text.toString(), run))
            .with(
                    "split",
                    1,
                    (text, arguments, run) -> Splitting.atPattern(text.toString(), Arguments.text(arguments, 0), run))
            .and(TextForms.ALLOWED)
            .and(TextParts.ALLOWED)
            .and(TextNumbers.ALLOWED);

    private TextMethods() {}
}
