package io.eicbridge.flow;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean behind the routes of a test: it answers, fails, keeps somebody waiting, and counts. */
public final class House {
    final AtomicInteger strikes = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch patience = new CountDownLatch(1);

    public String answer(String words, String asked) throws InterruptedException {
        if ("fail".equals(asked)) {
            failures.incrementAndGet();
            throw new IllegalStateException("as asked");
        }
        if ("wait".equals(asked)) {
            entered.countDown();
            patience.await();
        }
        return words + " " + asked;
    }

    public int strike() {
        return strikes.incrementAndGet();
    }
}
