package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.About;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares endpoints with Intercom, one comparison of an endpoint at a time; it takes no lease and writes nothing. */
public final class Reconciliations {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);
    private static final int KEPT = 20;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private final Map<String, EndpointImport> endpoints;
    private final Store store;
    private final Calls calls;
    private final Runs runs;
    private final ImportSettings settings;
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Reconciliation> all = new LinkedHashMap<>();

    /** Comparisons of these endpoints. */
    public Reconciliations(
            Map<String, EndpointImport> endpoints, Store store, Calls calls, Runs runs, ImportSettings settings) {
        this.endpoints = Map.copyOf(endpoints);
        this.store = store;
        this.calls = calls;
        this.runs = runs;
        this.settings = settings;
    }

    /** Begins one, and answers its number at once; Rejected where one of the endpoint is under way. */
    public synchronized ObjectNode start(String endpoint, int limit) {
        if (all.values().stream()
                .anyMatch(one -> one.endpoint().equals(endpoint) && one.state().equals("running"))) {
            throw new Rejected("A comparison of " + endpoint + " is under way; wait for its end.", CONFLICT, "", null);
        }
        Reconciliation begun = new Reconciliation(last.incrementAndGet(), endpoint, limit);
        all.put(begun.id(), begun);
        all.keySet().removeIf(id -> id <= begun.id() - KEPT);
        daemon("reconciliation").newThread(() -> carryOut(begun)).start();
        return JsonNodeFactory.instance.objectNode().put("reconciliation", begun.id());
    }

    private void carryOut(Reconciliation begun) {
        ExecutorService readers = Executors.newFixedThreadPool(settings.readers(), daemon("reconciliation-reader"));
        LiveRun run = new LiveRun(
                0, endpoints.get(begun.endpoint()), new ImportOrder(begun.endpoint(), Mode.FULL, true), Set.of());
        try {
            ContactSlices lists = new ContactSlices(calls, readers, settings);
            new WorkspaceQuestions(store, calls, lists, runs, settings).learn(run);
            ReadAccounts accounts = new ReadAccounts(calls, lists, settings, readers);
            new Comparing(new PublishedState(store, runs), accounts, lists, calls).carryOut(run, begun);
        } catch (RuntimeException failure) {
            failed(begun, failure);
        } finally {
            readers.shutdownNow();
        }
    }

    private static void failed(Reconciliation begun, RuntimeException failure) {
        boolean known = failure instanceof Failure;
        About about = new About("", begun.endpoint(), "");
        String words = known ? failure.getMessage() : failure.getClass().getName();
        LOG.error("The comparison failed and says nothing: {}", about.endOf(words), known ? null : failure);
        begun.fail(known ? About.bare(failure.getMessage()) : "the log of the bridge has the reason.");
    }

    /** How far one is, and what it found; Rejected where the number is unknown, as after a restart. */
    public ObjectNode progress(long id) {
        Reconciliation one = find(id);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("reconciliation", id)
                .put("endpoint", one.endpoint())
                .put("state", one.state())
                .put("read", one.read())
                .put("expected", one.expected())
                .put("reason", one.reason())
                .put("note", one.note());
        one.counts().forEach(answer.putObject("counts")::put);
        ArrayNode list = answer.putArray("differences");
        one.listed().forEach(difference -> list.addObject()
                .put("kind", difference.kind())
                .put("subject", difference.subject())
                .put("what", difference.what())
                .put("directory", difference.directory())
                .put("intercom", difference.intercom()));
        return answer;
    }

    /** Drops the values of an account that is forgotten from all that are kept. */
    public synchronized void forget(String endpoint, String account) {
        all.values().stream().filter(one -> one.endpoint().equals(endpoint)).forEach(one -> one.forget(account));
    }

    private synchronized Reconciliation find(long id) {
        Reconciliation one = all.get(id);
        if (one == null) {
            throw new Rejected("There is no comparison " + id + "; begin one anew.", NOT_FOUND, "", null);
        }
        return one;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
