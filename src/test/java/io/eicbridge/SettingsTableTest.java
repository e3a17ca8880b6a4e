package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/operations.md to what application.properties says. */
class SettingsTableTest {
    private static final Pattern SETTING = Pattern.compile("(#?)([a-z][\\w.-]*) =(.*)");

    /** One key with its comment; a key that is commented out has no default. */
    private record Setting(String key, String value, boolean active, String comment) {
        String row() {
            return "| `" + key + "` | " + (active ? "`" + value + "`" : "none") + " | " + comment + " |";
        }
    }

    @Test
    void theTableInTheDocsTellsEverySettingAsThePropertiesFileDoes() throws IOException {
        List<String> rows = settings().stream().map(Setting::row).toList();

        assertThat(Files.readAllLines(Path.of("docs/operations.md")).stream()
                        .filter(line -> line.startsWith("| `") && rowOfSetting(line)))
                .as("the rows of the table of settings in docs/operations.md")
                .containsExactlyElementsOf(rows);
    }

    private static boolean rowOfSetting(String line) {
        return line.matches("\\| `[a-z-]+(\\.[a-z-]+)+` \\| .* \\| .* \\|");
    }

    @Test
    void everySettingIsExplainedAndThoseWithoutDefaultAreKnown() throws IOException {
        assertThat(settings()).allSatisfy(setting -> assertThat(setting.comment).isNotEmpty());

        Set<String> without = settings().stream()
                .filter(setting -> !setting.active)
                .map(Setting::key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(without).isEqualTo(new TreeSet<>(SettingsSource.WITHOUT_DEFAULT));
    }

    private static List<Setting> settings() throws IOException {
        List<Setting> settings = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("application.properties"))) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                settings.add(new Setting(
                        setting.group(2),
                        setting.group(3).strip(),
                        setting.group(1).isEmpty(),
                        String.join(" ", comment)));
            }
            if (line.startsWith("# ") && !line.startsWith("# ---")) {
                comment.add(line.substring(2));
            } else {
                comment.clear();
            }
        }
        return settings.stream()
                .filter(setting -> !setting.key.startsWith("camel."))
                .toList();
    }
}
