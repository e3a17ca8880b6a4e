package io.eicbridge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidatorTest {
    private static final Path PACKAGES = Path.of("src/test/resources/packages");

    static Stream<Path> defects() throws IOException {
        return Stream.concat(folders("defects"), folders("whole"));
    }

    static Stream<Path> good() throws IOException {
        return Stream.concat(folders("good"), Stream.of(Path.of("connections")));
    }

    private static Stream<Path> folders(String name) throws IOException {
        try (Stream<Path> folders = Files.list(PACKAGES.resolve(name))) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsWhatIsExpected(Path folder) throws IOException {
        List<String> found =
                findings(folder).stream().map(one -> line(one, folder)).toList();

        assertThat(String.join("\n", found) + "\n").isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("good")
    void hasNoErrorsForWhatWorks(Path folder) {
        assertThat(findings(folder))
                .filteredOn(one -> one.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void everyCodeHasAFolderThatShowsIt() throws IOException {
        for (Code code : Code.values()) {
            assertThat(findings(PACKAGES.resolve("defects").resolve(code.id())))
                    .as(code.id())
                    .anyMatch(one -> one.code() == code);
        }
    }

    @Test
    void theManualListsEveryCodeWithItsSeverity() throws IOException {
        TreeSet<String> told = Files.readAllLines(Path.of("docs/validator.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .map(cells -> cells[1].replace("`", "").strip() + " " + cells[2].strip())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told)
                .isEqualTo(Arrays.stream(Code.values())
                        .map(code -> code.id() + " " + code.severity())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void neverTellsASecret() {
        assertThat(findings(PACKAGES.resolve("defects/secret-in-clear")))
                .noneMatch(one -> one.toString().contains("q7Rt0pZkW2vNx"));
    }

    private static List<Finding> findings(Path path) {
        PackageReader.Reading reading = PackageReader.read(path);
        List<Finding> all = new ArrayList<>(reading.findings());
        all.addAll(Validator.findings(reading.packages()));
        return all;
    }

    private static String line(Finding one, Path folder) {
        String file =
                one.file().replace(folder.toString(), "").replace('\\', '/').replaceFirst("^/", "");
        return String.join(
                        " ", one.severity() + "", one.code().id(), file, one.pointer(), one.line() + ":" + one.column())
                .replaceAll(" +", " ");
    }
}
