package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.eicbridge.failure.Transient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    // time that runs a hundred times as fast, so that a window lasts a tenth of a second
    private static final int SPEED = 100;
    private static final long BEGIN = System.nanoTime();
    private static final LongSupplier FAST = () -> (System.nanoTime() - BEGIN) * SPEED;
    private static final Waiter FAST_WAITER = (turn, nanos) -> turn.awaitNanos(nanos / SPEED);

    private final ExecutorService callers = Executors.newFixedThreadPool(64);
    private final Counted counted = new Counted();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64})
    void callersAtTheSameTimeUseUpWindowsAndAreNeverRefused(int threads) throws Exception {
        int limit = 40;
        LimitedServer server = new LimitedServer(limit);
        Pace pace = new Pace(0.2, counted, FAST, FAST_WAITER);
        runAll(threads, 240 / threads, i -> {
            Call call = Call.get("/contacts/" + i).inLane(Lane.PROVISIONING);
            pace.permit(call);
            Map<String, Object> headers = server.call(FAST.getAsLong());
            Thread.yield();
            pace.observe(call, headers);
        });
        assertThat(server.refused()).isEmpty();
        List<Integer> used = new ArrayList<>(server.served().values());
        assertThat(used.subList(1, used.size() - 1)).contains(limit);
        assertThat(counted.told).contains("waited PROVISIONING");
    }

    @Test
    void theFirstLaneGoesFirstAndALaneInTheOrderOfArrival() throws Exception {
        Pace pace = new Pace(0.0, counted);
        Call first = Call.get("/me");
        pace.permit(first);
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        List<Future<?>> waiting = new ArrayList<>();
        for (Lane lane : List.of(Lane.FULL, Lane.WEBHOOK, Lane.FULL, Lane.PROVISIONING, Lane.INCREMENTAL)) {
            waiting.add(waitIn(pace, lane, waiting.size(), order));
        }
        pace.lost(first); // tells no rate, so that one call goes at a time
        for (Future<?> one : waiting) {
            one.get();
        }
        assertThat(order).containsExactly("PROVISIONING3", "WEBHOOK1", "INCREMENTAL4", "FULL0", "FULL2");
    }

    @Test
    void aWaitingCallerCanBeInterrupted() throws Exception {
        Pace pace = new Pace(0.2, counted);
        Call first = Call.get("/me");
        pace.permit(first);
        AtomicReference<Transient> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            failure.set(catchThrowableOfType(Transient.class, () -> pace.permit(Call.get("/tags"))));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        caller.interrupt();
        caller.join();
        assertThat(failure.get()).hasMessageContaining("the bridge stops");
        assertThat(failure.get().isSafeToRepeat()).isFalse();
        pace.lost(first);
        pace.permit(Call.get("/tags"));
    }

    @Test
    void tellsHowLongACallTook() {
        List<Long> ticks = new ArrayList<>(List.of(0L, 0L, 0L, 5L));
        Pace pace = new Pace(0.2, counted, () -> ticks.size() > 1 ? ticks.remove(0) : ticks.get(0), FAST_WAITER);
        Call call = Call.get("/me");
        pace.permit(call);
        assertThat(pace.observe(call, Map.of()).toNanos()).isEqualTo(5);
        assertThat(pace.observe(call, Map.of())).isZero();
        assertThat(counted.told).isEmpty();
    }

    private Future<?> waitIn(Pace pace, Lane lane, int number, ConcurrentLinkedQueue<String> order) {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Future<?> future = callers.submit(() -> {
            thread.set(Thread.currentThread());
            Call call = Call.get("/x/" + number).inLane(lane);
            pace.permit(call);
            order.add(lane.name() + number);
            pace.lost(call);
        });
        await().until(() -> thread.get() != null && thread.get().getState() == Thread.State.TIMED_WAITING);
        return future;
    }

    private void runAll(int threads, int calls, IntConsumer caller) throws ExecutionException, InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int from = thread * calls;
            running.add(callers.submit(() -> {
                for (int i = from; i < from + calls; i++) {
                    caller.accept(i);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }
}
