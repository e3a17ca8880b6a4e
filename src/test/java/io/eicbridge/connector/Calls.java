package io.eicbridge.connector;

import io.eicbridge.failure.Rejected;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls of the API as they come in, and what is expected of those that are refused. */
final class Calls {
    static final String TOKEN = "a-token-of-the-tests";

    private Calls() {}

    static Request call(String method, String path, String query, Object body) {
        return new Request(method, path, query, "http://bridge.test:8080" + path, "Bearer " + TOKEN, body);
    }

    static Request list(String query, Object body) {
        return call("POST", "/contacts/api/v1/accounts", query, body);
    }

    static void assertRefused(int status, String says, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(Rejected.class, refusal -> Assertions.assertThat(refusal.status())
                        .isEqualTo(status))
                .hasMessageContaining(says);
    }
}
