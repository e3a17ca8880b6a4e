package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Spelling;
import io.eicbridge.dialect.expression.ExpressionFault;
import io.eicbridge.dialect.expression.ForeignCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Expressions that Groovy cannot read, that read names nobody binds, or that subtract where a name has a hyphen. */
final class ExpressionsCheck implements PackageCheck {
    private static final TreeSet<String> KNOWN = new TreeSet<>(EicBindings.NAMES);

    static {
        KNOWN.addAll(EicBindings.OF_THE_BRIDGE);
    }

    @Override
    public void check(Opened opened) {
        TreeSet<String> bound = new TreeSet<>(KNOWN);
        Look.at(opened.parameter(KeyCatalogue.CONNECTION).root(), "authentications")
                .map(Look::children)
                .orElse(List.of())
                .forEach(one -> bound.addAll(one.members().keySet()));
        for (Parameter parameter : opened.parameters()) {
            Look.walk(parameter.root(), value -> {
                if (value.content() instanceof String text && text.contains("${")) {
                    new Text(value, parameter.notes(), bound).check(text);
                }
            });
        }
    }

    /** The expressions of one text. */
    private record Text(Located at, Notes notes, TreeSet<String> bound) {
        void check(String text) {
            try {
                ForeignCode.in(text).forEach(this::code);
            } catch (ExpressionFault unclosed) {
                notes.add(
                        Code.EXPRESSION_SYNTAX,
                        at,
                        "A ${ is never closed: its braces or quotes do not match",
                        "Add the missing } or quote");
            }
        }

        private void code(ForeignCode code) {
            if (!code.isChecked()) {
                notes.add(
                        Code.EXPRESSION_UNCHECKED,
                        at,
                        "The expression is too long or too deep to be checked",
                        "Make it simpler, or test it in EIC");
            } else if (code.fault() != null) {
                notes.add(
                        Code.EXPRESSION_SYNTAX,
                        at,
                        "\"" + shown(code.text()) + "\" " + code.fault(),
                        "Correct the expression; EIC reads it as Groovy");
            }
            code.hyphens().forEach(this::hyphen);
            code.names().stream().filter(name -> !bound.contains(name)).forEach(this::unbound);
            code.paths().forEach(this::property);
        }

        private void hyphen(String path) {
            notes.add(
                    Code.EXPRESSION_HYPHEN,
                    at,
                    "\"" + path + "\" is a subtraction: a hyphen in a name is read as minus",
                    "Put the name in quotes, for instance headers.'X-Total-Count'");
        }

        private void unbound(String name) {
            Optional<String> near = near(name);
            if (near.isPresent()) {
                notes.add(
                        Code.EXPRESSION_MISSPELT_NAME,
                        at,
                        "EIC binds no \"" + name + "\", but \"" + near.get() + "\"",
                        "Write " + near.get());
            } else {
                notes.add(
                        Code.EXPRESSION_UNKNOWN_NAME,
                        at,
                        "\"" + name + "\" is not among the names that EIC is known to bind"
                                + Spelling.hint(name, KNOWN),
                        "Check the name; text in an expression needs quotes");
            }
        }

        private static Optional<String> near(String name) {
            int tolerated = name.length() < 6 ? 0 : 1;
            return EicBindings.NAMES.stream()
                    .filter(known -> Distance.between(name, known) <= tolerated)
                    .min(Comparator.comparingInt(known -> Distance.between(name, known)));
        }

        private void property(String path) {
            String owner = path.substring(0, path.indexOf('.'));
            String name = path.substring(owner.length() + 1);
            EicBindings.COLUMNS.getOrDefault(owner, List.of()).stream()
                    .filter(column -> column.equalsIgnoreCase(name) && !column.equals(name))
                    .forEach(column -> notes.add(
                            Code.EXPRESSION_PROPERTY,
                            at,
                            "\"" + path + "\" finds nothing: capitals count, the column is \"" + column + "\"",
                            "Write " + owner + "." + column));
        }

        private static String shown(String code) {
            String line = code.strip().replaceAll("\\s+", " ");
            return line.length() > 60 ? line.substring(0, 60) + "…" : line;
        }
    }
}
