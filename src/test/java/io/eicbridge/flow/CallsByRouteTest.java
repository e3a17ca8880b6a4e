package io.eicbridge.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallsByRouteTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CallsByRoute calls = new CallsByRoute(camel);

    @TempDir
    private Path folder;

    /** Fails as a judged answer does. */
    public static final class Judge {
        public void refuse() {
            throw new Rejected("no such contact");
        }
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void throwsTheFailureThatTheRouteDecided() throws Exception {
        camel.getRegistry().bind("judge", new Judge());
        start("- bean: { ref: judge, method: \"refuse()\" }");

        assertThatThrownBy(() -> calls.send(Call.get("/me"))).isInstanceOf(Rejected.class);
    }

    @Test
    void saysThatTheRouteNeedsMendingWhereItGivesNoAnswer() throws Exception {
        start("- setBody: { expression: { constant: { expression: nothing } } }");

        assertThatThrownBy(() -> calls.send(Call.get("/me")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("intercom-call")
                .hasMessageContaining("routes check");
    }

    @Test
    void saysThatTheRouteNeedsMendingWhereItIsMissing() {
        Map<String, Object> failAtOnce = new HashMap<>(Map.of("block", "false"));
        PropertyBindingSupport.bindProperties(camel, camel.getComponent("direct"), failAtOnce);
        camel.start();

        assertThatThrownBy(() -> calls.send(Call.get("/me")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("intercom-call");
    }

    @Test
    void tellsAStoppingBridgeAsSomethingThatPasses() throws Exception {
        start("- stop: {}");
        camel.stop();

        assertThatThrownBy(() -> calls.send(Call.get("/me")))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("the bridge stops");
    }

    private void start(String step) throws Exception {
        Files.writeString(
                folder.resolve("intercom-call.camel.yaml"),
                "- route:\n    id: intercom-call\n    description: Answers\n    errorHandler: { noErrorHandler: {} }\n"
                        + "    from:\n      uri: direct:intercom-call\n      steps:\n        "
                        + step + "\n");
        new RouteFolder(folder).load(camel, RouteSelection.ALL);
        camel.start();
    }
}
