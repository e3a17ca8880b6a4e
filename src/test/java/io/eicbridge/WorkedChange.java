package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One worked change of docs/editing-routes.md: what its section tells a reader to do, in order. */
record WorkedChange(String title, List<Step> steps) {
    private static final Path PAGE = Path.of("docs/editing-routes.md").toAbsolutePath();
    private static final Pattern STEP = Pattern.compile(
            "Add at the end of `(?<end>[^`]+)`:" + block("added") + "|Make a new file `(?<file>[^`]+)`:"
                    + block("whole") + "|In `(?<in>[^`]+)`, replace" + block("old") + "\\s*by" + block("now"),
            Pattern.DOTALL);

    private static String block(String name) {
        return "\\s*```yaml\\n(?<" + name + ">.*?)```";
    }

    /** One thing to do in a file; {@code old} is null where the text is added at its end, or is the whole file. */
    record Step(String file, String old, String text) {
        void in(Path home) {
            Path target = home.resolve(file);
            try {
                if (old == null) {
                    Files.writeString(target, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                } else {
                    String before = Files.readString(target);
                    assertThat(before.split(Pattern.quote(old), -1))
                            .as("%s, once in %s", old, file)
                            .hasSize(2);
                    Files.writeString(target, before.replace(old, text));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** The change that stands under this title. */
    static WorkedChange of(String title) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("\n## " + title + "\n");
        assertThat(begin).as(title).isPositive();
        int end = page.indexOf("\n## ", begin + 1);
        Matcher found = STEP.matcher(page.substring(begin, end < 0 ? page.length() : end));
        List<Step> steps = new ArrayList<>();
        while (found.find()) {
            steps.add(step(found));
        }
        return new WorkedChange(title, steps);
    }

    private static Step step(Matcher step) {
        if (step.group("end") != null) {
            return new Step(step.group("end"), null, step.group("added"));
        }
        return step.group("file") != null
                ? new Step(step.group("file"), null, step.group("whole"))
                : new Step(step.group("in"), step.group("old"), step.group("now"));
    }
}
