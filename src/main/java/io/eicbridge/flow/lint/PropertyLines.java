package io.eicbridge.flow.lint;

import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.RouteProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties file as its readers see it: settings, settings commented out, and the comments above them. */
record PropertyLines(Path file, List<Setting> settings) {
    private static final Pattern SETTING = Pattern.compile("\\s*(#?)([A-Za-z][\\w.\\-\\[\\]]*)\\s*[=:]\\s*(.*)");

    /** A line {@code key = value}; {@code active} is false where it is commented out as {@code #key = value}. */
    record Setting(String key, String value, int line, boolean active, boolean explained) {}

    static PropertyLines read(Path file) {
        try {
            return new PropertyLines(file, settings(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new Configuration(
                    "\"" + file + "\" cannot be read (" + e.getClass().getSimpleName()
                            + "); allowed is UTF-8 text. Put the properties file there, or correct its permissions.");
        }
    }

    Optional<Setting> setting(String key) {
        return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    RouteProblem problem(Setting setting, String message, String remedy) {
        return new RouteProblem(file, setting.line(), 1, message, remedy);
    }

    private static List<Setting> settings(List<String> lines) {
        List<Setting> settings = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Matcher line = SETTING.matcher(lines.get(index));
            boolean continued = index > 0 && lines.get(index - 1).endsWith("\\");
            if (!continued && line.matches()) {
                settings.add(setting(line, index + 1, index > 0 ? lines.get(index - 1) : ""));
            }
        }
        return settings;
    }

    /** A comment has a blank after its sign; a setting that is commented out has none. */
    private static Setting setting(Matcher line, int number, String above) {
        boolean explained = above.startsWith("# ");
        return new Setting(
                line.group(2), line.group(3).strip(), number, line.group(1).isEmpty(), explained);
    }
}
