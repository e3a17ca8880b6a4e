package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each record in mapping/ENDPOINT/KIND and what the shipped mapping of that kind makes of it. */
class MappingFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/mapping");
    private static final String RECORD = ".record.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> records() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(RECORD))
                    .map(FOLDER::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void becomesTheExpectedRow(Path file) throws IOException {
        JsonNode record = JSON.readTree(FOLDER.resolve(file).toFile());
        Path expected = FOLDER.resolve(file.toString().replace(RECORD, ".expected.json"));

        JsonNode row = row(mapping(file), record);

        assertThat(row).isEqualTo(JSON.readTree(expected.toFile()));
    }

    private static RowMapping mapping(Path file) {
        String endpoint = file.getName(0).toString();
        String kind = file.getName(1).toString();
        ImportParameters parameters =
                ImportParameters.read(Path.of("connections", endpoint, "ImportAccountEntJSON.json"));
        return kind.equals("accounts")
                ? parameters.accounts()
                : parameters.entitlements(kind).orElseThrow();
    }

    private static ObjectNode row(RowMapping mapping, JsonNode record) {
        ObjectNode shown = JSON.createObjectNode();
        try {
            Row row = mapping.map(record);
            shown.set("columns", JSON.valueToTree(row.columns()));
            shown.set("volatile", JSON.valueToTree(row.volatileColumns()));
            return shown.put("cut", row.cut());
        } catch (Unmappable unmappable) {
            return shown.put("unmappable", unmappable.getMessage());
        }
    }
}
