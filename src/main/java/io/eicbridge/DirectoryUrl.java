package io.eicbridge;

import io.eicbridge.failure.Configuration;
import java.nio.file.Path;

/** The address of the directory's database as the settings give it: an embedded file is looked for from the program's folder on. */
final class DirectoryUrl {
    private static final String FILE = "jdbc:h2:file:";
    private static final String BESIDE = FILE + "./";
    /** From the root or the user's folder on, also with a drive; the first word names what H2 calls a kind of database. */
    private static final String WHOLE =
            "jdbc:h2:(file:)?(/|~[/\\\\]|\\\\|[A-Za-z]:[/\\\\]).*|jdbc:h2:(mem|tcp|ssl|zip|nio|split)[A-Za-z]*:.*";

    private DirectoryUrl() {}

    /** The address with a whole path; a Configuration failure for a path that H2 itself would refuse. */
    static String of(String url, Path home) {
        if (url.startsWith(BESIDE)) {
            return FILE + home.toAbsolutePath() + "/" + url.substring(BESIDE.length());
        }
        if (url.startsWith("jdbc:h2:") && !url.matches(WHOLE)) {
            String path = url.replaceFirst("^jdbc:h2:(file:)?", "").replaceFirst(";.*", "");
            throw new Configuration("Setting \"directory.url\" is \"" + url.replaceFirst(";.*", "")
                    + "\"; allowed is a path that begins with ./ (the folder of the program) or with /. Set it to \""
                    + BESIDE
                    + path + "\", or give the whole path.");
        }
        return url;
    }
}
