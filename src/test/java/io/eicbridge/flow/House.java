package io.eicbridge.flow;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean behind the routes of a test: it answers, fails, keeps somebody waiting, and counts. */
public final class House {
    static final int FLOOD = 20_000_000;
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

    /** So much that no buffer on the way holds it. */
    public InputStream flood() {
        return new InputStream() {
            private int left = FLOOD;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
    }

    public int strike() {
        return strikes.incrementAndGet();
    }
}
