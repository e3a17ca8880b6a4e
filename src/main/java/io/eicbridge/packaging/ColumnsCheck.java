package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.Optional;

/** How the columns of EIC are filled: their types, blanks in their names, and the identity. */
final class ColumnsCheck implements PackageCheck {
    private static final String FORM = "(?s).*~#~\\s*(?i:char|date|bool|boolean|epochdate|number|int|long)\\s*";

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.parameters()) {
            Look.walk(parameter.root(), value -> {
                if (value.key().equals("colsToPropsMap") || value.key().equals("responseColsToPropsMap")) {
                    value.members().values().forEach(column -> column(column, parameter.notes()));
                }
            });
        }
        opened.importCalls()
                .forEach(call -> identity(
                        call.call(), opened.parameter(KeyCatalogue.IMPORT).notes()));
    }

    private static void column(Located column, Notes notes) {
        if (!column.key().equals(column.key().strip())) {
            notes.add(
                    Code.KEY_BLANK,
                    column,
                    "\"" + column.key() + "\" has blanks around the name of the column: EIC knows no such column",
                    "Write \"" + column.key().strip() + "\"");
        }
        String path = Look.plain(column);
        if (!path.isEmpty() && !path.matches(FORM) && !path.contains("MAPPINGINFO")) {
            notes.add(
                    Code.COLUMN_FORM,
                    column,
                    "\"" + path + "\" does not end with ~#~ and a type",
                    "Add ~#~char, ~#~date, ~#~bool or ~#~epochdate");
        }
    }

    private static void identity(Located call, Notes notes) {
        Optional<Located> columns = Look.at(call, "colsToPropsMap");
        String keyField = Look.text(call, "keyField");
        boolean isMapped =
                columns.isEmpty() || columns.get().members().keySet().stream().anyMatch(keyField::equalsIgnoreCase);
        if (!keyField.isEmpty() && !isMapped) {
            notes.add(
                    Code.KEY_FIELD_UNMAPPED,
                    columns.get(),
                    "keyField is \"" + keyField + "\", but colsToPropsMap does not fill it: no row has an identity",
                    "Map \"" + keyField + "\", or name a mapped column in keyField");
        }
    }
}
