package io.eicbridge.sandbox.answers;

/** A numbered page of a list. */
record Slice(int page, int perPage, int total) {
    static Slice of(Asked asked, int byDefault, int most, int total) {
        return new Slice(asked.count("page", 1, Integer.MAX_VALUE), asked.count("per_page", byDefault, most), total);
    }

    int pages() {
        return (total + perPage - 1) / perPage;
    }

    long from() {
        return (long) (page - 1) * perPage;
    }

    int start() {
        return (int) Math.min(total, from());
    }

    int end() {
        return (int) Math.min(total, from() + perPage);
    }
}
