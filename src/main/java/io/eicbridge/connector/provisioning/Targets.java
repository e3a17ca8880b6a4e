package io.eicbridge.connector.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a call is about: the account, and the entitlement. */
final class Targets {
    private static final int LONGEST = 255;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private final Content content;
    private final Violations violations;

    Targets(Content content, Violations violations) {
        this.content = content;
        this.violations = violations;
    }

    /**
     * The account's id, as path and body agree on it, else its name, since EIC knows no id before a create has ended; a violation
     * where there is neither, or more than one.
     */
    Optional<String> account(Wish wish) {
        List<String> named = named(wish.account(), "/accountID", "/account/accountID", "/userAccount/accountID");
        if (!named.isEmpty()) {
            return one("account", named);
        }
        Optional<String> name = content.text("/accountName", "/account/name", "/userAccount/name");
        violations.unless(
                name.isPresent(),
                "The account is missing: give its id as '" + (content.envelope() ? "account.accountID" : "accountID")
                        + "'.");
        return name;
    }

    /** The entitlement's id, else its value, likewise. */
    Optional<String> entitlement(Wish wish) {
        List<String> named = named(wish.entitlement(), "/entitlementID", "/entitlementValue/entitlementID");
        if (!named.isEmpty()) {
            return one("entitlement", named);
        }
        Optional<String> value = value();
        violations.unless(
                value.isPresent(),
                "The entitlement is missing: give its id as '"
                        + (content.envelope() ? "entitlementValue.entitlementID" : "entitlementID") + "'.");
        return value;
    }

    /** The name of an entitlement that is made. */
    Optional<String> name() {
        Optional<String> value = value();
        violations.unless(
                value.isPresent(),
                "The entitlement's name is missing: give it as '"
                        + (content.envelope() ? "entitlementValue.entitlement_value" : "entitlement_value") + "'.");
        return value;
    }

    /** The name that an entitlement gets: EIC's word for it, else the plain name. */
    Optional<String> newName() {
        List<String> named = content.texts("/updatedentitlement_value", "/entitlementValue/updatedentitlement_value");
        return named.isEmpty() ? name() : one("new name of an entitlement", named);
    }

    private Optional<String> value() {
        return one("entitlement", named(Optional.empty(), "/entitlement_value", "/entitlementValue/entitlement_value"));
    }

    private List<String> named(Optional<String> inPath, String... pointers) {
        return Stream.concat(inPath.stream(), content.texts(pointers).stream())
                .distinct()
                .toList();
    }

    private Optional<String> one(String what, List<String> named) {
        violations.unless(
                named.size() < 2, "The call has more than one " + what + ": path and body have to say the same.");
        violations.unless(
                named.stream().allMatch(name -> name.length() <= LONGEST),
                "The " + what + "'s id or name is longer than " + LONGEST + " characters, which Intercom never has.");
        violations.unless(
                named.stream().noneMatch(name -> CONTROL.matcher(name).find()),
                "The " + what + "'s id or name holds a control character, which Intercom never has.");
        return named.stream().findFirst();
    }
}
