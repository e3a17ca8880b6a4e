package io.eicbridge.store;

import io.eicbridge.failure.Configuration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The JDBC URL as it is opened: an embedded database gets the settings that correctness and speed depend on. */
final class DatabaseUrl {
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    /** With another WRITE_DELAY acknowledged commits are lost at a kill; the other modes speak another SQL. */
    private static final Map<String, String> ALWAYS = Map.of("MODE", "PostgreSQL", "WRITE_DELAY", "0");
    /**
     * The bridge closes the database itself, after its last run stopped. H2's own trace file would keep the values of
     * statements that fail, personal data among them.
     */
    private static final Map<String, String> UNLESS_GIVEN = Map.of(
            "DB_CLOSE_ON_EXIT", "FALSE", "LOCK_TIMEOUT", "60000", "QUERY_CACHE_SIZE", "64", "TRACE_LEVEL_FILE", "0");

    private DatabaseUrl() {}

    static String opened(String url) {
        if (url.startsWith(H2)) {
            return embedded(url);
        }
        if (!url.startsWith(POSTGRESQL)) {
            throw new Configuration("The property \"directory.url\" is \"" + shown(url)
                    + "\"; allowed are jdbc:h2:file:PATH and jdbc:postgresql://HOST/DATABASE. Correct it.");
        }
        return url.contains("reWriteBatchedInserts") ? url : url + separator(url) + "reWriteBatchedInserts=true";
    }

    /** The URL without its settings and user, where a password could stand. */
    static String shown(String url) {
        return url.split("[;?]", 2)[0].replaceFirst("//[^/]*@", "//***@");
    }

    private static String separator(String url) {
        return url.contains("?") ? "&" : "?";
    }

    private static String embedded(String url) {
        String[] parts = url.split(";");
        Map<String, String> settings = new LinkedHashMap<>(UNLESS_GIVEN);
        for (int i = 1; i < parts.length; i++) {
            String[] setting = parts[i].split("=", 2);
            settings.put(setting[0].toUpperCase(Locale.ROOT), setting.length > 1 ? setting[1] : "");
        }
        settings.putAll(ALWAYS);
        StringBuilder opened = new StringBuilder(parts[0]);
        settings.forEach(
                (key, value) -> opened.append(';').append(key).append('=').append(value));
        return opened.toString();
    }
}
