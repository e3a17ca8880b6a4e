package io.eicbridge.intercom;

/** A list whose pages are numbered, and whose cursor is the path of the next one. */
record NumberedListing(String method, String path, String name) implements Listing {

    @Override
    public Call call(String cursor) {
        String target = cursor == null ? path : cursor;
        return method.equals("GET") ? Call.get(target) : Call.search(target, null);
    }

    @Override
    public Page read(Answer answer) {
        Envelope envelope = new Envelope(answer, name);
        return new Page(envelope.items(), next(envelope), envelope.total());
    }

    private String next(Envelope envelope) {
        String address = envelope.next();
        if (address != null && address.startsWith("/")) {
            return address;
        }
        int number = envelope.nextNumber();
        return number == 0 ? null : path + "&page=" + number;
    }
}
