package io.eicbridge.connector;

import io.eicbridge.directory.Pin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

/** What all lists have in common: reading the wish, and giving rows as one stream of the contract's JSON. */
public final class ListAnswers {
    private final ListRequests requests;
    private final NextLinks links;

    /** Wishes are read with the limits of {@code requests}; links go to {@code publicUrl}. */
    public ListAnswers(ListRequests requests, PublicUrl publicUrl) {
        this.requests = requests;
        this.links = new NextLinks(publicUrl);
    }

    /** The wish of a call, whose method is checked too. */
    ListRequest wish(Request request) {
        Methods.check(request);
        return requests.read(request);
    }

    /** Refuses a view where a list has its one order and is given whole. */
    static void refuseView(ListRequest wish) {
        ListRequest.View view = wish.view();
        if (!view.q().isEmpty() || !view.sort().isEmpty() || !view.order().isEmpty()) {
            throw Refusals.invalid(
                    "'q', 'sort' and 'order' are for accounts: this list has one order, leave them out.");
        }
    }

    /** Refuses a view of what is new: a consumer that is given a part of it would never get the rest. */
    static void refuseViewOfDelta(ListRequest wish) {
        ListRequest.View view = wish.view();
        if (!view.q().isEmpty() || !view.sort().isEmpty() || !view.order().isEmpty()) {
            throw Refusals.invalid("'q', 'sort' and 'order' do not go with 'consumer': it is given all that is new.");
        }
    }

    /** The key in {@code after}. */
    static OptionalLong key(ListRequest wish) {
        return wish.after().stream().mapToLong(ListAnswers::key).findFirst();
    }

    private static long key(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw Refusals.invalid("'after' is not from a 'nextUrl' of this list: follow that link as it is.");
        }
        return Long.parseLong(after);
    }

    /** The stream of one answer; its list field is the last part of the path as called. */
    InputStream open(Request request, ListRequest wish, Pin pin, long total, Walk walk) {
        List<String> path = request.segments();
        ListDocument.Head head =
                new ListDocument.Head(path.get(path.size() - 1), wish.offset(), wish.pageSize(), total);
        try {
            return new ListStream(
                    new ListDocument(head, walk, position -> links.after(request, wish, pin.run(), position)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
