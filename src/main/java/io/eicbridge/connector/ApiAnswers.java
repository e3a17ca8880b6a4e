package io.eicbridge.connector;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes answers of results and of whatever went wrong; the one place where kinds of failure become HTTP statuses. */
public final class ApiAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ApiAnswers.class);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String RETRY_SECONDS = "60";
    private static final String HIDDEN =
            "The bridge failed to answer; its log has the reason. Try again, then tell its operator.";

    private static final String UNREACHABLE = "The bridge cannot reach its database for the moment: ask again later.";

    /** The answer to a call that was carried out; the body is bytes, text or a stream of JSON. */
    public ApiAnswer ok(Object body) {
        return new ApiAnswer(200, Map.of(), body);
    }

    /** The answer to a failed call: 503 for what may pass, a refusal's own status, 500 for everything that must be mended. */
    public ApiAnswer failed(Request request, Throwable problem) {
        int status = status(problem);
        if (!(problem instanceof Failure) || status == 500) {
            report(request, status, problem);
        }
        return new ApiAnswer(status, headers(request, status), body(message(status, problem)));
    }

    private static int status(Throwable problem) {
        if (problem instanceof Transient || lostDatabase(problem)) {
            return 503;
        }
        return problem instanceof Rejected refusal && refusal.status() != 0 ? refusal.status() : 500;
    }

    /** Connections that break or are not to be had come back by themselves, or as soon as the database does. */
    private static boolean lostDatabase(Throwable problem) {
        if (problem == null) {
            return false;
        }
        boolean lost = problem instanceof SQLTransientException
                || problem instanceof SQLException sql
                        && Objects.toString(sql.getSQLState(), "").startsWith("08");
        return lost || lostDatabase(problem.getCause());
    }

    private static String message(int status, Throwable problem) {
        if (status == 500) {
            return HIDDEN;
        }
        return problem instanceof Failure ? problem.getMessage() : UNREACHABLE;
    }

    private static Map<String, String> headers(Request request, int status) {
        return switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"eic-bridge\"");
            case 405 -> Map.of("Allow", String.join(", ", Methods.allowed(request)));
            case 503 -> Map.of("Retry-After", RETRY_SECONDS);
            default -> Map.of();
        };
    }

    private static String body(String message) {
        ObjectNode body = MAPPER.createObjectNode().put("errorCode", "1").put("message", message);
        return body.toString();
    }

    /** Messages of database exceptions quote the values of a query, so only kinds and places are logged. */
    private static void report(Request request, int status, Throwable problem) {
        String told = problem instanceof Configuration ? problem.getMessage() : "";
        StackTraceElement[] places = root(problem).getStackTrace();
        LOG.error(
                "{} was answered with {}: {} caused by {} at {} {} [endpoint={}]",
                request.path(),
                status,
                problem.getClass().getName(),
                root(problem).getClass().getName(),
                places.length == 0 ? "an unknown place" : places[0],
                told,
                request.endpoint());
    }

    private static Throwable root(Throwable problem) {
        return problem.getCause() == null ? problem : root(problem.getCause());
    }
}
