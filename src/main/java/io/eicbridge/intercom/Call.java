package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.About;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One request to Intercom, with all that pacing, repeating and messages need to know about it.
 *
 * @param path path and query, encoded, beginning with a slash
 * @param body what is sent, null for nothing
 * @param idempotent whether sending it twice has the effect of sending it once
 * @param run the import run it belongs to, empty for none; likewise {@code endpoint} and {@code account}
 * @param accepted statuses that are answered instead of thrown, beside 2xx
 * @param idsOnly whether of a list's items nothing but the ids is needed
 * @param request the provisioning request it belongs to, 0 for none
 */
public record Call(
        String method,
        String path,
        JsonNode body,
        boolean idempotent,
        Lane lane,
        String run,
        String endpoint,
        String account,
        Set<Integer> accepted,
        boolean idsOnly,
        long request) {

    /** Copies the accepted statuses. */
    public Call {
        accepted = Set.copyOf(accepted);
    }

    /** A call that belongs to no provisioning request. */
    public Call(
            String method,
            String path,
            JsonNode body,
            boolean idempotent,
            Lane lane,
            String run,
            String endpoint,
            String account,
            Set<Integer> accepted,
            boolean idsOnly) {
        this(method, path, body, idempotent, lane, run, endpoint, account, accepted, idsOnly, 0);
    }

    /** Reads {@code path} in the lane of provisioning, to be moved by {@link #inLane}. */
    public static Call get(String path) {
        return new Call("GET", path, null, true, Lane.PROVISIONING, "", "", "", Set.of(), false);
    }

    /** Searches with a POST, which changes nothing and may be repeated. */
    public static Call search(String path, JsonNode body) {
        return new Call("POST", path, body, true, Lane.PROVISIONING, "", "", "", Set.of(), false);
    }

    /** Writes in the lane of provisioning; sent once, unless it is made {@link #repeatable}. */
    public static Call write(String method, String path, JsonNode body) {
        return new Call(method, path, body, false, Lane.PROVISIONING, "", "", "", Set.of(), false);
    }

    /** The same call, which has the effect of sending it once however often it is sent. */
    public Call repeatable() {
        return new Call(method, path, body, true, lane, run, endpoint, account, accepted, idsOnly, request);
    }

    /** The same call on behalf of a provisioning request, which audits it. */
    public Call forRequest(long id) {
        return new Call(method, path, body, idempotent, lane, run, endpoint, account, accepted, idsOnly, id);
    }

    /** Whether it may change something: everything but a read or a search. */
    public boolean writes() {
        return !method.equals("GET") && !path.matches("/[a-z_]+/(search|list)(\\?.*)?");
    }

    /** The version of the API that it is made in: the usual one, but for what only the Preview offers. */
    public String versionOr(String usual) {
        return method.equals("PUT") && path.matches("/teams/[^/]+") ? "Preview" : usual;
    }

    /** The same call in another lane. */
    public Call inLane(Lane other) {
        return new Call(method, path, body, idempotent, other, run, endpoint, account, accepted, idsOnly, request);
    }

    /** The same call on behalf of a run of an endpoint. */
    public Call forRun(String ofRun, String ofEndpoint) {
        return new Call(method, path, body, idempotent, lane, ofRun, ofEndpoint, account, accepted, idsOnly, request);
    }

    /** The same call about one account. */
    public Call forAccount(String id) {
        return new Call(method, path, body, idempotent, lane, run, endpoint, id, accepted, idsOnly, request);
    }

    /** The same call, with these statuses answered as well. */
    public Call accepting(int... statuses) {
        Set<Integer> all = Stream.concat(
                        accepted.stream(), IntStream.of(statuses).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Call(method, path, body, idempotent, lane, run, endpoint, account, all, idsOnly, request);
    }

    /** The same call, of whose answer only the items' ids are read. */
    public Call onlyIds() {
        return new Call(method, path, body, idempotent, lane, run, endpoint, account, accepted, true, request);
    }

    /** The same call, not to be repeated when its answer is lost. */
    public Call onlyOnce() {
        return new Call(method, path, body, false, lane, run, endpoint, account, accepted, idsOnly, request);
    }

    /** Method and path for a message: without the query, and without parts that hold an e-mail address. */
    public String place() {
        String bare = path.replaceFirst("\\?.*$", "");
        return method + " " + bare.replaceAll("[^/]*(@|%40)[^/]*", "***");
    }

    /** The end of every message about this call. */
    String context() {
        return new About(run, endpoint, account).toString();
    }

    /** Place and context; never the body, which may hold personal data. */
    @Override
    public String toString() {
        return place() + " " + context();
    }
}
