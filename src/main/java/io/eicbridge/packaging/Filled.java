package io.eicbridge.packaging;

/** A text of JSON with stand-ins where EIC puts values. */
final class Filled {
    private Filled() {}

    /** The text with a stand-in for each expression, null where one is never closed. */
    static String json(String text) {
        StringBuilder filled = new StringBuilder();
        boolean isQuoted = false;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("${", at)) {
                at = end(text, at + 2);
                filled.append(isQuoted ? "x" : "0");
            } else {
                char letter = text.charAt(at++);
                filled.append(letter);
                if (letter == '\\' && at < text.length()) {
                    filled.append(text.charAt(at++));
                } else if (letter == '"') {
                    isQuoted = !isQuoted;
                }
            }
            if (at < 0) {
                return null;
            }
        }
        return filled.toString();
    }

    /** Whether a value of a person or of a request stands between quotes. */
    static boolean hasValueInQuotes(String text) {
        return text.matches(
                "(?s).*\"[^\"]*\\$\\{\\s*(user|requestAccessAttributes|reqAttrs|businessJustification)\\b.*");
    }

    /** Behind the brace that closes the expression, -1 for none. */
    private static int end(String text, int from) {
        int depth = 1;
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quote != 0) {
                at += letter == '\\' ? 1 : 0;
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else {
                depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }
}
