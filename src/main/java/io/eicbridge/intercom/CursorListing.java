package io.eicbridge.intercom;

/** A list whose next page is named by {@code starting_after} in the query. */
record CursorListing(String path, String name) implements Listing {

    @Override
    public Call call(String cursor) {
        if (cursor == null) {
            return Call.get(path);
        }
        return Call.get(isAddress(cursor) ? cursor : path + "&starting_after=" + CallPath.encoded(cursor));
    }

    @Override
    public Page read(Answer answer) {
        Envelope envelope = new Envelope(answer, name);
        return new Page(envelope.items(), envelope.next(), envelope.total());
    }

    private boolean isAddress(String cursor) {
        return cursor.startsWith(path.substring(0, path.indexOf('?') + 1));
    }
}
