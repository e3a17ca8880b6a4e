package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Findings;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Spelling;
import io.eicbridge.dialect.expression.ExpressionFault;
import io.eicbridge.dialect.expression.Template;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts with expressions; what cannot work is reported at its place. */
record FillingReader(String parameter, Findings findings) {
    private static final Pattern UNFILLED = Pattern.compile("@+[A-Z][A-Z0-9_]*@+");

    /** The text, empty if it was reported. */
    Optional<Filling> read(String text, Located at) {
        Matcher unfilled = UNFILLED.matcher(text);
        if (unfilled.find()) {
            findings.add(at, "still holds the placeholder \"" + unfilled.group() + "\". Put the real value there");
            return Optional.empty();
        }
        return parsed(text, at).filter(template -> knowsItsNames(template, at)).map(template -> filling(template, at));
    }

    /** One expression that the file writes without <code>${}</code>, or with them. */
    Optional<Filling> expression(String text, Located at) {
        String code = text.strip();
        return read(code.startsWith("${") ? code : "${" + code + "}", at);
    }

    Optional<Template> parsed(String text, Located at) {
        try {
            return Optional.of(Template.parse(text, parameter + " " + at.pointer()));
        } catch (ExpressionFault refused) {
            findings.add(
                    at,
                    "line " + refused.line() + ", column " + refused.column() + " of its text: " + refused.reason());
            return Optional.empty();
        }
    }

    private Filling filling(Template template, Located at) {
        return new Filling(template, parameter + " " + at.pointer());
    }

    private boolean knowsItsNames(Template template, Located at) {
        boolean known = true;
        for (String name : template.names()) {
            if (!BindingNames.ALL.contains(name)) {
                findings.add(at, objection(name));
                known = false;
            }
        }
        return known;
    }

    private static String objection(String name) {
        if (name.equals("access_token")) {
            return "reads access_token: the bridge itself adds the token, which goes nowhere but into the header Authorization";
        }
        return "reads \"" + name + "\", which nothing binds" + Spelling.hint(name, BindingNames.ALL) + " Known: "
                + String.join(", ", BindingNames.ALL);
    }
}
