package io.eicbridge.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One thread's work in a transaction of several. */
final class SharedWork<T> {
    private final Function<Handle, T> function;
    private final CompletableFuture<T> ended = new CompletableFuture<>();
    private T result;

    SharedWork(Function<Handle, T> function) {
        this.function = function;
    }

    void carryOut(Handle handle) {
        result = function.apply(handle);
    }

    void stored() {
        ended.complete(result);
    }

    /** Another try in a transaction of its own; a ConnectionException where the database cannot be reached. */
    void alone(Jdbi jdbi) {
        try {
            jdbi.useTransaction(this::carryOut);
            stored();
        } catch (ConnectionException e) {
            throw e;
        } catch (RuntimeException e) {
            ended.completeExceptionally(DatabaseFailure.bare(e));
        } catch (Error e) {
            ended.completeExceptionally(new IllegalStateException(e));
        }
    }

    /** Gives a work up that has not ended yet. */
    void failed(Throwable cause) {
        ended.completeExceptionally(cause);
    }

    /** What the work returned, once it is stored; its own failure where it failed by itself too. */
    CompletableFuture<T> ended() {
        return ended;
    }
}
