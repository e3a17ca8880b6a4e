package io.eicbridge.connector;

import io.eicbridge.connector.DeltaWalk.DeltaRenderer;
import io.eicbridge.connector.DeltaWalk.Part;
import io.eicbridge.directory.Consumers;
import io.eicbridge.directory.Consumers.Newest;
import io.eicbridge.directory.Consumers.Reading;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Window;
import io.eicbridge.store.Store;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Gives a consumer what is new to it. A pull carries its position in its links and moves the consumer when the link behind its last row
 * is asked for: one that breaks off is repeated, and two at once lose nothing, since each reads from the same position.
 */
public final class Deltas {
    private final Store store;
    private final Pins pins;
    private final ListAnswers answers;
    private final Clock clock;
    private final Consumers consumers = new Consumers();

    /** Deltas of the directory in this store. */
    public Deltas(Store store, Pins pins, ListAnswers answers, Clock clock) {
        this.store = store;
        this.pins = pins;
        this.answers = answers;
        this.clock = clock;
    }

    /** A list that knows what is new in it. */
    interface Source<T> {
        /** Accounts, entitlements or memberships, with the type behind a slash. */
        String list();

        long count(Handle handle, Pin pin, Window window);

        List<Part<T>> parts(Pin pin, Window window);
    }

    /** One page of what is new in a list. */
    <T> InputStream open(Request request, ListRequest wish, Source<T> source, DeltaRenderer<T> renderer) {
        ListAnswers.refuseViewOfDelta(wish);
        Reading reading = new Reading(
                request.endpoint(), source.list(), wish.delta().consumer().orElseThrow());
        if (wish.delta().pull().isEmpty()) {
            return first(request, wish, reading, source, renderer);
        }
        Pull pull = checked(reading, wish.delta().pull().get());
        Pin pin = pins.require(reading.endpoint(), wish.run());
        if (wish.after().filter(DeltaWalk.END::equals).isPresent()) {
            move(reading, pull);
            return answers.open(request, wish, pin, pull.total(), new NothingLeft<>(renderer));
        }
        return page(request, wish, pin, pull, source, renderer);
    }

    private <T> InputStream first(
            Request request, ListRequest wish, Reading reading, Source<T> source, DeltaRenderer<T> renderer) {
        if (wish.run().isPresent() || wish.after().isPresent() || wish.offset() > 0) {
            throw Refusals.invalid(
                    "With 'consumer', pages follow 'nextUrl' alone: leave out 'offset', 'run' and 'after'.");
        }
        Optional<Long> from = begun(reading);
        Optional<Newest> newest = store.read(handle -> consumers.newest(handle, reading.endpoint()));
        Pin pin = pins.require(reading.endpoint(), newest.map(Newest::run));
        long to = newest.orElseThrow().change();
        Pull pull = store.read(handle -> {
            Window window = consumers.window(handle, reading.endpoint(), from.orElse(0L), to);
            return new Pull(window.from(), to, source.count(handle, pin, window));
        });
        if (pull.total() == 0) {
            move(reading, pull);
            return answers.open(request, wish, pin, 0, new NothingLeft<>(renderer));
        }
        return page(request, wish.pulling(pull), pin, pull, source, renderer);
    }

    /** Where the consumer begins, in a transaction of its own: what changes later is kept for it. Empty where there is nothing to read yet. */
    private Optional<Long> begun(Reading reading) {
        return store.inTransaction(handle -> consumers
                .newest(handle, reading.endpoint())
                .map(any -> consumers.begin(handle, reading, clock.instant())));
    }

    private <T> InputStream page(
            Request request, ListRequest wish, Pin pin, Pull pull, Source<T> source, DeltaRenderer<T> renderer) {
        Window window = store.read(handle -> consumers.window(handle, pin.endpoint(), pull.from(), pull.to()));
        String after = wish.after().orElse("");
        return answers.open(
                request, wish, pin, pull.total(), new DeltaWalk<>(store, source.parts(pin, window), renderer, after));
    }

    /** Nobody may move a consumer beyond what there is to read. */
    private Pull checked(Reading reading, Pull pull) {
        long newest = store.read(handle -> consumers.newest(handle, reading.endpoint()))
                .map(Newest::change)
                .orElse(0L);
        if (pull.from() > pull.to() || pull.to() > newest) {
            throw Refusals.invalid("'pull' is not from a 'nextUrl' of this list: follow that link as it is.");
        }
        return pull;
    }

    private void move(Reading reading, Pull pull) {
        store.inTransaction(handle -> {
            consumers.move(handle, reading, pull.from(), pull.to(), clock.instant());
            return null;
        });
    }
}
