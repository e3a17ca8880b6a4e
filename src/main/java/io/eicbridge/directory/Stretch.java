package io.eicbridge.directory;

/** Accounts whose keys and numbers follow each other one by one. */
record Stretch(long firstNumber, long firstAccount, long accounts) {
    long lastAccount() {
        return firstAccount + accounts - 1;
    }

    /** The number of an account, 0 where it lies beyond. */
    long number(long account) {
        return account > lastAccount() ? 0 : firstNumber + account - firstAccount;
    }

    Stretch upTo(long lastNumber) {
        return new Stretch(firstNumber, firstAccount, Math.min(accounts, lastNumber - firstNumber + 1));
    }

    /** The part from a number on, empty where it lies beyond. */
    Stretch from(long number, long limit) {
        long skipped = Math.max(0, number - firstNumber);
        long left = Math.max(0, accounts - skipped);
        return new Stretch(firstNumber + skipped, firstAccount + skipped, Math.min(left, limit));
    }

    /** Whether the account is the next one after this stretch. */
    boolean continuesWith(long number, long account) {
        return firstNumber + accounts == number && firstAccount + accounts == account;
    }
}
