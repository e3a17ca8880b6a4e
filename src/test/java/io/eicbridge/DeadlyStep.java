package io.eicbridge;

import io.eicbridge.failure.Transient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.InterceptStrategy;

/**
 * Counts the steps of routes that may have changed something, in the database or in Intercom, and stops the thread that takes them for good
 * after the one that is chosen.
 */
final class DeadlyStep implements InterceptStrategy {
    /** What changes nothing: a kill after it is one after the step before it. */
    private static final Set<String> HARMLESS =
            Set.of("operationRoutes", "intercomPace", "intercomAnswers", "scimPace", "scimAnswers", "teammateWays");

    private final List<String> taken = new ArrayList<>();
    private int deadly = Integer.MAX_VALUE;
    private CountDownLatch dead;
    private CountDownLatch buried;

    /** The next thread dies after so many steps, from 1. */
    synchronized void at(int step) {
        taken.clear();
        deadly = step;
        dead = new CountDownLatch(1);
        buried = new CountDownLatch(1);
    }

    /** The next thread takes all its steps. */
    void never() {
        at(Integer.MAX_VALUE);
    }

    /** The steps that were taken since, by their names. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /** Returns once the thread has died. */
    void awaitDeath() throws InterruptedException {
        if (!dead.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("it took fewer steps: " + taken());
        }
    }

    /** Lets the thread end; by now its lease is another's. */
    void bury() {
        buried.countDown();
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode node, Processor target, Processor next) {
        String step = name(node);
        return step.isEmpty()
                ? target
                : exchange -> {
                    target.process(exchange);
                    took(step);
                };
    }

    private static String name(NamedNode node) {
        if (node instanceof BeanDefinition bean && !HARMLESS.contains(bean.getRef())) {
            return bean.getMethod().startsWith("marked") ? "" : bean.getRef() + "." + bean.getMethod();
        }
        return node instanceof ToDefinition to && to.getUri().startsWith("http:") ? to.getUri() : "";
    }

    private void took(String step) throws InterruptedException {
        if (dies(step)) {
            dead.countDown();
            buried.await();
            // gets rid of the thread: nobody is told, because another process has the request
            throw new Transient("The process was killed.", false, null, null);
        }
    }

    private synchronized boolean dies(String step) {
        taken.add(step);
        return taken.size() == deadly;
    }
}
