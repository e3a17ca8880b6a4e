package io.eicbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteFolderInMainTest {
    private static final RouteFolder FOLDER = new RouteFolder(Path.of("src/test/resources/routes-folder/sound"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final Main main = new Main();
    private int port;

    /** Loads the folder when beans and settings are there and nothing has started. */
    private static final class LoadFolder extends MainListenerSupport {
        @Override
        public void afterConfigure(BaseMainSupport main) {
            FOLDER.load(main.getCamelContext(), RouteSelection.ALL);
        }
    }

    @BeforeEach
    void start() throws IOException {
        port = freePort();
        Map.of(
                        "camel.server.enabled", "true",
                        "camel.server.host", "127.0.0.1",
                        "camel.server.port", Integer.toString(port),
                        "camel.threadpool.config[bell-ropes].poolSize", "3",
                        "camel.threadpool.config[bell-ropes].maxPoolSize", "3",
                        "bell.cron", "0 0 0 1 1 ? 2099")
                .forEach(main::addInitialProperty);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind("bell", new RouteFolderTest.Bell());
        main.addMainListener(new LoadFolder());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void goesOnServingHttpAfterATrial() throws Exception {
        assertThat(door().body()).isEqualTo("rung 1");

        List<RouteProblem> problems = FOLDER.dryRun(main.getCamelContext());

        assertThat(problems).isEmpty();
        assertThat(door().body()).isEqualTo("rung 2");
    }

    @Test
    void lendsItsNamedThreadPoolsToATrial() {
        Optional<ThreadPoolProfile> ropes =
                Surroundings.of(main.getCamelContext()).pools().apply("bell-ropes");

        assertThat(ropes)
                .hasValueSatisfying(pool -> assertThat(pool.getMaxPoolSize()).isEqualTo(3));
    }

    private HttpResponse<String> door() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/door"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
