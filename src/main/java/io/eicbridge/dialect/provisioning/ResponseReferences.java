package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Spelling;
import io.eicbridge.dialect.expression.Piece;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds expressions that read the answer of a call which the parameter does not have: they could never be evaluated. */
final class ResponseReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("\\bresponse\\??\\.(?:'([^']*)'|([A-Za-z_]\\w*+))(?!\\s*\\()");
    private final FillingReader fillings;
    private final TreeSet<String> calls;

    ResponseReferences(FillingReader fillings, Collection<String> calls) {
        this.fillings = fillings;
        this.calls = new TreeSet<>(calls);
    }

    /** Reports every such expression in a value and in all parts of it. */
    void check(Located value) {
        value.members().values().forEach(this::check);
        value.elements().forEach(this::check);
        if (value.content() instanceof String text) {
            boolean isPath = value.key().equals("callListPath") && !text.contains("${");
            checkText(isPath ? "${" + text + "}" : text, value);
        }
    }

    private void checkText(String text, Located at) {
        if (text.contains("${")) {
            fillings.parsed(text, at).stream()
                    .flatMap(template -> template.pieces().stream())
                    .filter(Piece::isCode)
                    .flatMap(piece -> REFERENCE.matcher(piece.text()).results())
                    .map(ResponseReferences::name)
                    .filter(name -> !isCall(name))
                    .forEach(name -> fillings.findings().add(at, objection("reads the answer of", name)));
        }
    }

    /** Whether a name is that of a call, or of one of several calls that share a name. */
    boolean isCall(String name) {
        return calls.contains(name) || calls.contains(name.replaceFirst("\\d+$", ""));
    }

    /** What is wrong with a name that is no call's. */
    String objection(String how, String name) {
        return how + " \"" + name + "\", which is no call of this parameter" + Spelling.hint(name, calls) + " Calls: "
                + String.join(", ", calls);
    }

    private static String name(MatchResult reference) {
        return Optional.ofNullable(reference.group(1)).orElseGet(() -> reference.group(2));
    }
}
