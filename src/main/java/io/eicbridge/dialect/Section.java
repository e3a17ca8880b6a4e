package io.eicbridge.dialect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the members of one object of the file and reports what is not as it must be. */
public final class Section {
    private static final Located NOWHERE = new Located("", "", 0, 0, Map.of());
    private final Located object;
    private final Findings findings;

    private Section(Located object, Findings findings) {
        this.object = object;
        this.findings = findings;
    }

    /** A section that the file does not have: it holds nothing and misses nothing. */
    public static Section absent(Findings findings) {
        return new Section(NOWHERE, findings);
    }

    /** Whether the file does not have it. */
    public boolean isAbsent() {
        return object == NOWHERE;
    }

    /** An object of which only the keys of the shape are accepted. */
    public static Section of(Located object, Shape shape, Findings findings) {
        if (object.isObject()) {
            shape.check(object, findings);
        } else {
            findings.add(
                    object,
                    "must be an object with " + String.join(", ", shape.allowed()) + ", found " + object.found());
        }
        return new Section(object, findings);
    }

    /** A member, empty where it is absent. */
    public Optional<Located> member(String key) {
        return Optional.ofNullable(object.members().get(key));
    }

    /** A member that must be there. */
    public Optional<Located> required(String key, String remedy) {
        Optional<Located> member = member(key);
        if (member.isEmpty() && object.isObject() && !isAbsent()) {
            report("\"" + key + "\" is missing. " + remedy);
        }
        return member;
    }

    /** A member of the given shape, an empty section where it is absent. */
    public Section section(String key, Shape shape) {
        return member(key).map(member -> of(member, shape, findings)).orElseGet(() -> absent(findings));
    }

    /** The members of an object whose keys are free; none where it is absent. */
    public Map<String, Located> entries(String key) {
        Optional<Located> member = member(key);
        member.filter(value -> !value.isObject())
                .ifPresent(value -> findings.add(value, "must be an object, found " + value.found()));
        return member.map(Located::members).orElse(Map.of());
    }

    /** A whole number from 0, as number or text, null where it is absent or wrong. */
    public Integer number(String key) {
        return member(key).map(this::wholeNumber).orElse(null);
    }

    /** The elements of a list, none where it is absent. */
    public List<Located> elements(String key) {
        Optional<Located> member = member(key);
        member.filter(value -> !(value.content() instanceof List))
                .ifPresent(value -> findings.add(value, "must be a list of texts, found " + value.found()));
        return member.map(Located::elements).orElse(List.of());
    }

    /** The texts of a list; numbers and truth values count as texts, as EIC takes them. */
    public List<String> texts(String key) {
        return elements(key).stream()
                .map(element -> String.valueOf(element.content()))
                .toList();
    }

    /** Where the key stands, it must say what the bridge does anyway; case does not count, as in EIC's column names. */
    public void verify(String key, String expected, String reason) {
        member(key)
                .filter(value -> !expected.equalsIgnoreCase(String.valueOf(value.content())))
                .ifPresent(value -> findings.add(
                        value, "must be " + quoted(expected) + ", found " + value.found() + ": " + reason));
    }

    /** What is wrong with the object as a whole. */
    public void report(String message) {
        findings.add(object, message);
    }

    private static String quoted(String expected) {
        return expected.matches("true|false|\\d+") ? expected : "\"" + expected + "\"";
    }

    private Integer wholeNumber(Located value) {
        try {
            int number = new BigDecimal(String.valueOf(value.content())).intValueExact();
            if (number >= 0) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException wrong) {
            // told below, together with negative numbers
        }
        findings.add(value, "must be a whole number from 0, found " + value.found());
        return null;
    }
}
