package io.eicbridge.sandbox.people;

import java.util.List;

/** Where a person comes from: names, cities, language and telephone numbers kept free for fiction. */
record Culture(
        String country,
        String code,
        String region,
        List<String> cities,
        String language,
        String telephone,
        List<String> givenNames,
        List<String> surnames) {

    static List<Culture> all() {
        return Words.lines("cultures.txt").stream().map(Culture::of).toList();
    }

    private static Culture of(String line) {
        String[] parts = line.split("\\|");
        return new Culture(
                parts[0],
                parts[1],
                parts[2],
                Words.list(parts[3]),
                parts[4],
                parts[5],
                Words.list(parts[6]),
                Words.list(parts[7]));
    }

    boolean hasTelephone() {
        return telephone.length() > 1;
    }

    /** The pattern with each x replaced by a digit of the given number. */
    String number(long digits) {
        StringBuilder number = new StringBuilder(telephone);
        long left = digits >>> 1;
        for (int at = 0; at < number.length(); at++) {
            if (number.charAt(at) == 'x') {
                number.setCharAt(at, (char) ('0' + left % 10));
                left /= 10;
            }
        }
        return number.toString();
    }
}
