package io.eicbridge.dialect;

/** Makes a text one that EIC's column and both databases can hold. */
final class Fitting {
    private Fitting() {}

    /** The text itself where it fits; else without NUL, with a mark for broken characters, and cut without splitting a character. */
    static String fit(String text, int width) {
        String storable = isStorable(text) ? text : storable(text);
        if (storable.length() <= width) {
            return storable;
        }
        return storable.substring(0, Character.isHighSurrogate(storable.charAt(width - 1)) ? width - 1 : width);
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0 || Character.isSurrogate(letter)) {
                return false;
            }
        }
        return true;
    }

    private static String storable(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
