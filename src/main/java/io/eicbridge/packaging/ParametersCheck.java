package io.eicbridge.packaging;

import io.eicbridge.dialect.Spelling;
import java.util.List;
import java.util.stream.Stream;

/** Parameters that EIC does not know, those nobody can read, and features that the package lacks. */
final class ParametersCheck implements PackageCheck {
    @Override
    public void check(Opened opened) {
        opened.source().parameters().forEach(text -> known(text, opened));
        if (opened.source().isWhole()) {
            complete(opened);
        }
    }

    private static void known(ParameterText text, Opened opened) {
        Notes notes = opened.parameter(text.name()).notes();
        if (!KeyCatalogue.names().contains(text.name())) {
            notes.whole(
                    Code.PARAMETER_UNKNOWN,
                    "\"" + text.name() + "\" is no parameter of a REST connection"
                            + Spelling.hint(text.name(), KeyCatalogue.names()),
                    "Give it the name of a parameter, or take it out of the package");
        }
        if (text.isEncrypted()) {
            notes.whole(
                    Code.PARAMETER_ENCRYPTED,
                    "The parameter is encrypted, as EIC exports it: what it says was not checked",
                    "Enter it again in EIC after the import of the package; another tenant cannot decrypt it");
        }
    }

    private static void complete(Opened opened) {
        if (!opened.has(KeyCatalogue.IMPORT) && !opened.has(KeyCatalogue.IMPORT_USERS)) {
            opened.whole()
                    .whole(
                            Code.IMPORT_MISSING,
                            "ImportAccountEntJSON is empty: the connection imports nothing, neither in full nor incrementally",
                            "Fill it, or do not schedule imports of this connection");
        }
        List<String> empty = Stream.concat(
                        KeyCatalogue.ACCOUNTS.stream().filter(name -> !name.equals("ChangePassJSON")),
                        KeyCatalogue.BY_TYPE.stream())
                .filter(name -> !opened.has(name))
                .toList();
        if (!opened.provisioning().isEmpty() && !empty.isEmpty()) {
            opened.whole()
                    .whole(
                            Code.PROVISIONING_MISSING,
                            "These parameters are empty, so that tasks of their kinds cannot be carried out: "
                                    + String.join(", ", empty),
                            "Fill them, or do not offer in EIC what they would do");
        }
    }
}
