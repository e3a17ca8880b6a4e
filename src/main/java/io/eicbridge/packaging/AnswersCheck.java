package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places that read the answer of a call which the parameter does not have. */
final class AnswersCheck implements PackageCheck {
    private static final Pattern REFERENCE =
            Pattern.compile("\\bresponse\\??\\.(?:'([^']*)'|([A-Za-z_]\\w*+))(?!\\s*\\()");

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.provisioning()) {
            TreeSet<String> names = Opened.calls(parameter).stream()
                    .map(call -> Look.text(call, "name"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Look.at(parameter.root(), "accountIdPath").ifPresent(path -> path(path, names, parameter.notes()));
            Look.at(parameter.root(), "responseColsToPropsMap").ifPresent(columns -> columns.members().values().stream()
                    .filter(column -> !Look.plain(column).startsWith("#CONST#"))
                    .forEach(column -> path(column, names, parameter.notes())));
            Look.walk(parameter.root(), value -> references(value, names, parameter.notes()));
        }
    }

    private static void path(Located path, TreeSet<String> names, Notes notes) {
        String text = Look.plain(path).strip().replaceFirst("^response\\.", "");
        String first = text.split("[.~\\[]", 2)[0];
        if (!text.isEmpty() && !text.contains("${") && !isCall(first, names)) {
            notes.add(
                    Code.ACCOUNT_ID_PATH,
                    path,
                    "\"" + text + "\" begins with no call of this parameter: EIC finds nothing there",
                    "Write <call>.message.<path>, with a call of " + String.join(", ", names));
        }
    }

    private static void references(Located value, TreeSet<String> names, Notes notes) {
        if (value.content() instanceof String text && text.contains("response")) {
            REFERENCE
                    .matcher(text)
                    .results()
                    .map(AnswersCheck::name)
                    .filter(name -> !isCall(name, names))
                    .forEach(name -> notes.add(
                            Code.RESPONSE_CALL_UNKNOWN,
                            value,
                            "The expression reads the answer of \"" + name + "\", which is no call of this parameter",
                            "Name one of " + String.join(", ", names)));
        }
    }

    private static boolean isCall(String name, TreeSet<String> names) {
        return names.contains(name) || names.contains(name.replaceFirst("\\d+$", ""));
    }

    private static String name(MatchResult reference) {
        return reference.group(1) == null ? reference.group(2) : reference.group(1);
    }
}
