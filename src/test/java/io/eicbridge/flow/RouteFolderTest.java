package io.eicbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFolderTest {
    private static final Path FOLDERS = Path.of("src/test/resources/routes-folder");
    private final CamelContext live = new DefaultCamelContext();
    private final Bell bell = new Bell();

    /** Counts how often a route rang it. */
    public static final class Bell {
        private final AtomicInteger rings = new AtomicInteger();

        public int ring() {
            return rings.incrementAndGet();
        }
    }

    @BeforeEach
    void prepare() throws Exception {
        live.getRegistry().bind("bell", bell);
        live.getPropertiesComponent().addInitialProperty("bell.cron", "* * * * * ?");
        ThreadPoolProfile pool = new ThreadPoolProfile("bell-ropes");
        pool.setPoolSize(3);
        pool.setMaxPoolSize(3);
        live.getExecutorServiceManager().registerThreadPoolProfile(pool);
    }

    @AfterEach
    void close() throws Exception {
        live.close();
    }

    @Test
    void leavesOutTriggersOfACommandAndKeepsWhatTheyCall() {
        new RouteFolder(FOLDERS.resolve("sound")).load(live, RouteSelection.COMMAND);
        live.start();

        assertThat(live.getRoutes()).extracting(Route::getId).containsExactlyInAnyOrder("bell-ring", "bell-peal");
        assertThat(live.createProducerTemplate().requestBody("direct:bell-ring", null, Integer.class))
                .isEqualTo(1);
    }

    @Test
    void triesTheWholeFolderWithoutRunningAnyOfIt() {
        List<RouteProblem> problems = new RouteFolder(FOLDERS.resolve("sound")).dryRun(live);

        assertThat(problems).isEmpty();
        assertThat(bell.rings).hasValue(0);
    }

    @Test
    void leavesTheRunningContextAsItWas() {
        RouteFolder folder = new RouteFolder(FOLDERS.resolve("sound"));
        folder.load(live, RouteSelection.COMMAND);
        live.start();

        folder.dryRun(live);

        assertThat(live.getRegistry().lookupByName("bell")).isSameAs(bell);
        assertThat((List<?>) live.createProducerTemplate().requestBody("direct:bell-peal", List.of(1, 2)))
                .hasSize(2);
    }

    @Test
    void tellsTheLineAndColumnOfAnUnknownStep(@TempDir Path folder) throws IOException {
        RouteProblem problem = broken(folder, "- setPropperty: { name: a }");

        assertThat(problem.file()).isEqualTo(folder.resolve("bell.camel.yaml"));
        assertThat(problem.line()).isEqualTo(7);
        assertThat(problem.column()).isPositive();
        assertThat(problem.message()).contains("Unknown node id: setPropperty");
        assertThat(problem.remedy()).isEqualTo("Correct the name of this step");
    }

    @Test
    void tellsTheLineOfAnUnknownField(@TempDir Path folder) throws IOException {
        assertThat(broken(folder, "- log: { mesage: a }"))
                .extracting(RouteProblem::line, RouteProblem::remedy)
                .containsExactly(7, "Correct the name of this field, or take it away");
    }

    @Test
    void tellsWhereAMissingSettingIsUsed(@TempDir Path folder) throws IOException {
        RouteProblem problem = broken(folder, "- to: { uri: \"direct:{{bell.rope}}\" }");

        assertThat(problem.line()).isEqualTo(7);
        assertThat(problem.message()).contains("Property with key [bell.rope] not found");
        assertThat(problem.remedy()).contains("properties file");
    }

    @Test
    void tellsWhichRouteNamesAMissingBean(@TempDir Path folder) throws IOException {
        RouteProblem problem = broken(folder, "- bean: { ref: gong, method: \"ring()\" }");

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.message()).contains("gong");
        assertThat(problem.remedy()).isEqualTo("Correct the name of the bean");
    }

    @Test
    void tellsWhichRouteHasAnUnknownEndpointParameter(@TempDir Path folder) throws IOException {
        RouteProblem problem = broken(folder, "- to: { uri: \"seda:x\", parameters: { tries: 3 } }");

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.message()).contains("tries");
    }

    @Test
    void tellsWhichRouteHasAWrongExpression(@TempDir Path folder) throws IOException {
        RouteProblem problem = broken(folder, "- setBody: { expression: { simple: { expression: \"${boddy}\" } } }");

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.message()).contains("boddy");
    }

    @Test
    void refusesToLoadAFileThatIsNoYamlAndNamesThePlace(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bell.camel.yaml"), "- route:\n    id: \"bell\n");

        assertThatThrownBy(() -> new RouteFolder(folder).load(live, RouteSelection.ALL))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("bell.camel.yaml:3:1 the file is no YAML");
    }

    @Test
    void namesAFolderThatIsMissingOrEmpty(@TempDir Path folder) {
        assertThatThrownBy(() -> new RouteFolder(folder).load(live, RouteSelection.ALL))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("holds no file that ends in \".camel.yaml\"");
        assertThatThrownBy(() -> new RouteFolder(folder.resolve("lost")).dryRun(live))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("lost")
                .hasMessageContaining("cannot be read");
    }

    private RouteProblem broken(Path folder, String step) throws IOException {
        String route =
                "- route:\n    id: bell\n    description: Rings\n    from:\n      uri: direct:bell\n      steps:\n";
        Files.writeString(folder.resolve("bell.camel.yaml"), route + "        " + step + "\n");
        List<RouteProblem> problems = new RouteFolder(folder).dryRun(live);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
