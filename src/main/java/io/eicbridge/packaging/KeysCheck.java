package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that EIC silently ignores: unknown, misspelt, in the wrong case or at the wrong level; and those it gave up. */
final class KeysCheck implements PackageCheck {
    /** Keys so particular that at another level they can only be meant for their own. */
    private static final Set<String> PARTICULAR = Set.of(
            "pagination",
            "page",
            "offset",
            "nextUrl",
            "nextUrlPath",
            "totalCountPath",
            "offsetParam",
            "batchParam",
            "batchSize",
            "pageNumberParam",
            "pageSizeParam",
            "inactivateAccountsNotInFile",
            "accountThresholdValue",
            "statusColumn",
            "activeStatus",
            "inactiveStatus",
            "colsToPropsMap",
            "listField",
            "keyField",
            "httpMethod",
            "ticketStatusPath",
            "ticketStatusValue",
            "tokenResponsePath");

    /** Slips that are further from the right key than a letter or two. */
    private static final Map<String, String> SLIPS = Map.of(
            "active", "activeStatus",
            "inactive", "inactiveStatus",
            "status", "statusColumn",
            "headers", "httpHeaders",
            "method", "httpMethod",
            "params", "httpParams",
            "ticketIdPath", "ticketidPath",
            "discontinueStatusValue", "disContinueStatusValue");

    private static final Set<String> OBSOLETE = Set.of("disableDeletedAccounts", "disableDeletedEntitlements");

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.parameters()) {
            Keys keys = KeyCatalogue.keys(parameter.name());
            new Walk(keys.allNames(), parameter.notes()).check(parameter.root(), keys);
        }
    }

    /** The way through one parameter. */
    private record Walk(Set<String> everywhere, Notes notes) {
        void check(Located value, Keys keys) {
            if (keys.isFree()) {
                return;
            }
            if (keys.each() != null) {
                Look.children(value).forEach(child -> check(child, keys.each()));
            } else if (value.isObject()) {
                value.members().values().forEach(member -> member(member, keys));
            } else if (value.content() != null && !"".equals(value.content())) {
                notes.add(
                        Code.KEY_SHAPE,
                        value,
                        "Must be an object with " + String.join(", ", keys.names()) + ", found "
                                + (value.content() instanceof List ? "a list" : "a plain value"),
                        "Write it as an object in braces");
            }
        }

        private void member(Located member, Keys keys) {
            Keys below = keys.below(member.key());
            if (below == null) {
                unknown(member, keys.names());
            } else {
                obsolete(member);
                check(member, below);
            }
        }

        private void obsolete(Located member) {
            if (OBSOLETE.contains(member.key()) && Look.plain(member).equalsIgnoreCase("true")) {
                boolean ofAccounts = member.key().endsWith("Accounts");
                notes.add(
                        Code.KEY_OBSOLETE,
                        member,
                        "\"" + member.key() + "\" does nothing since statusAndThresholdConfig exists",
                        "Set it to false and use statusAndThresholdConfig with "
                                + (ofAccounts ? "inactivateAccountsNotInFile" : "inactivateEntsNotInFeed"));
            }
        }

        private void unknown(Located member, Set<String> known) {
            String key = member.key();
            Optional<String> sameLetters = known.stream()
                    .filter(name -> name.equalsIgnoreCase(key.strip()))
                    .findFirst();
            Optional<String> slip = Optional.ofNullable(SLIPS.get(key)).filter(known::contains);
            if (sameLetters.isPresent()) {
                wrongLetters(member, sameLetters.get());
            } else if (everywhere.contains(key)) {
                elsewhere(member, slip);
            } else {
                misspelt(member, slip.or(() -> near(key, known)), known);
            }
        }

        private void wrongLetters(Located member, String right) {
            boolean isBlank = member.key().strip().equals(right);
            notes.add(
                    isBlank ? Code.KEY_BLANK : Code.KEY_CASE,
                    member,
                    "\"" + member.key() + "\" is ignored: " + (isBlank ? "blanks" : "capitals") + " count in keys",
                    "Write \"" + right + "\"");
        }

        private void elsewhere(Located member, Optional<String> slip) {
            if (slip.isPresent()) {
                misspelt(member, slip, Set.of());
            } else {
                boolean isParticular = PARTICULAR.contains(member.key());
                notes.add(
                        isParticular ? Code.KEY_MISPLACED : Code.KEY_UNKNOWN,
                        member,
                        "\"" + member.key() + "\" is ignored here: it belongs to another level",
                        "Move it to where EIC reads it");
            }
        }

        private void misspelt(Located member, Optional<String> right, Set<String> known) {
            if (right.isPresent()) {
                notes.add(
                        Code.KEY_MISSPELT,
                        member,
                        "\"" + member.key() + "\" is ignored: EIC knows \"" + right.get() + "\"",
                        "Write \"" + right.get() + "\"");
            } else {
                notes.add(
                        Code.KEY_UNKNOWN,
                        member,
                        "\"" + member.key() + "\" is not among the keys that EIC is known to read here",
                        "Remove it, or check it; known are " + String.join(", ", known));
            }
        }

        private static Optional<String> near(String key, Set<String> known) {
            int longest = key.length() < 5 ? 0 : key.length() < 10 ? 1 : 2;
            return longest == 0
                    ? Optional.empty()
                    : Spelling.nearest(key, known).filter(name -> Distance.between(key, name) <= longest);
        }
    }
}
