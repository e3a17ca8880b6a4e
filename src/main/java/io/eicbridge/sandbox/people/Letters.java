package io.eicbridge.sandbox.people;

import java.text.Normalizer;
import java.util.Locale;

/** Spells names with the letters a mail address can have. */
final class Letters {
    private Letters() {}

    /** Lower case letters of the Latin alphabet; "p" and digits where a name has none. */
    static String latin(String name) {
        String plain = isPlain(name) ? name : decomposed(name);
        StringBuilder letters = new StringBuilder(name.length());
        plain.toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.length() > 1 ? letters.toString() : "p" + Math.floorMod(name.hashCode(), 1000);
    }

    /** Some letters have no decomposition: they are replaced first. */
    private static String decomposed(String name) {
        String replaced = name.replace('Ł', 'L').replace('ł', 'l').replace("ß", "ss");
        return Normalizer.normalize(replaced, Normalizer.Form.NFD);
    }

    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }
}
