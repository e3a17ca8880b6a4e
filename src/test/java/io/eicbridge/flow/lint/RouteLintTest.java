package io.eicbridge.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.RouteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteLintTest {
    private static final Path CASES = Path.of("src/test/resources/routes-lint");

    static Stream<Path> folders() throws IOException {
        return Files.list(CASES).filter(Files::isDirectory).sorted();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void tellsExactlyWhatIsWrongInEachFolder(Path folder) throws IOException {
        List<RouteProblem> problems = lint(folder).problems();

        List<String> expected = expected(folder);
        assertThat(problems).hasSameSizeAs(expected);
        assertThat(problems.stream().map(this::placed).toList())
                .zipSatisfy(expected, (found, wanted) -> assertThat(found).startsWith(wanted));
    }

    @Test
    void namesPlaceFindingAllowanceAndRemedyInOneLine() {
        RouteProblem problem = lint(CASES.resolve("redelivery")).problems().get(0);

        assertThat(problem.text())
                .isEqualTo(problem.file()
                        + ":7:29 found a redeliveryPolicy with logExhausted ''; allowed is \"false\". Add logExhausted:"
                        + " \"false\": the route that handles the failure writes the line.");
    }

    private RouteLint lint(Path folder) {
        Path own = folder.resolve("application.properties");
        Path properties = Files.exists(own) ? own : CASES.resolve("application.properties");
        Set<String> programKeys = Files.exists(own) ? Set.of("letters.limit") : Set.of();
        return new RouteLint(folder, properties, Map.of("letters", Letters.class), programKeys);
    }

    private String placed(RouteProblem problem) {
        return problem.file().getFileName() + ":" + problem.line() + " " + problem.message();
    }

    private static List<String> expected(Path folder) throws IOException {
        Path file = folder.resolve("expected.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
