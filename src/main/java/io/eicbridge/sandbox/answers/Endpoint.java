package io.eicbridge.sandbox.answers;

/** One method and path of the API: the scope it needs, since which 2.x version, the status of success, and what it answers. */
public record Endpoint(String method, String pattern, String scope, int since, int status, Writer writer) {
    /** Writes an answer, or throws a {@link Refusal}. */
    @FunctionalInterface
    public interface Writer {
        /** Writes the body. */
        void write(Asked asked, Mischief mischief, JsonBytes out);
    }

    /** The parts of the pattern, variables in braces. */
    String[] parts() {
        return pattern.split("/");
    }

    /** An endpoint that needs no scope and that every version has. */
    public static Endpoint of(String method, String pattern, Writer writer) {
        return new Endpoint(method, pattern, "", 0, 200, writer);
    }

    static Endpoint get(String pattern, String scope, Writer writer) {
        return new Endpoint("GET", pattern, scope, 0, 200, writer);
    }

    static Endpoint post(String pattern, String scope, Writer writer) {
        return new Endpoint("POST", pattern, scope, 0, 200, writer);
    }

    static Endpoint put(String pattern, String scope, Writer writer) {
        return new Endpoint("PUT", pattern, scope, 0, 200, writer);
    }

    static Endpoint delete(String pattern, String scope, Writer writer) {
        return new Endpoint("DELETE", pattern, scope, 0, 200, writer);
    }

    Endpoint from(int version) {
        return new Endpoint(method, pattern, scope, version, status, writer);
    }

    /** The same with another status of success. */
    public Endpoint answering(int changed) {
        return new Endpoint(method, pattern, scope, since, changed, writer);
    }
}
