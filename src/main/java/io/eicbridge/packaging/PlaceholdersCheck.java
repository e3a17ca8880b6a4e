package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.regex.Pattern;

/** Placeholders of a template that nobody has replaced; those that the connection's description names are left out. */
final class PlaceholdersCheck implements PackageCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("@@?[A-Z][A-Z0-9_-]*@@?|<[A-Za-z][A-Za-z _-]*>(?!/)");

    @Override
    public void check(Opened opened) {
        String told = opened.source().description();
        for (Parameter parameter : opened.parameters()) {
            Look.walk(parameter.root(), value -> value(value, told, parameter.notes()));
        }
    }

    private static void value(Located value, String told, Notes notes) {
        if (!(value.content() instanceof String text) || text.contains("</")) {
            return;
        }
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .filter(found -> !told.contains(found))
                .distinct()
                .forEach(found -> notes.add(
                        Code.PLACEHOLDER_UNRESOLVED,
                        value,
                        "The placeholder " + found + " was not replaced: EIC sends it as it stands",
                        "Replace it, or name it in the description of the connection if whoever imports it shall"));
    }
}
