package io.eicbridge;

import io.eicbridge.failure.Configuration;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of the directory's database as the settings give it: an embedded file is looked for from the program's folder on. */
final class DirectoryUrl {
    private static final Pattern BESIDE = Pattern.compile("jdbc:h2:(?:file:)?\\./(.*)");
    /** Neither from the root, the user's folder or a drive on, nor another kind of H2 database, such as mem: or tcp:. */
    private static final Pattern RELATIVE = Pattern.compile("jdbc:h2:(?:file:)?(?![A-Za-z]+:|[/\\\\~])([^;]*).*");

    private DirectoryUrl() {}

    /** The address with a whole path; a Configuration failure for a path that H2 itself would refuse. */
    static String of(String url, Path home) {
        Matcher beside = BESIDE.matcher(url);
        if (beside.matches()) {
            return "jdbc:h2:file:" + home.toAbsolutePath() + "/" + beside.group(1);
        }
        Matcher relative = RELATIVE.matcher(url);
        if (relative.matches()) {
            throw new Configuration("Setting \"directory.url\" is \"" + url.replaceFirst(";.*", "")
                    + "\"; allowed is a path that begins with ./ (the folder of the program) or with /."
                    + " Set it to \"jdbc:h2:file:./" + relative.group(1) + "\", or give the whole path.");
        }
        return url;
    }
}
