package io.eicbridge.intercom;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Collects what is wrong with the settings of Intercom. */
final class SettingsCheck {
    private static final double LARGEST_SHARE = 0.9;
    private static final int LARGEST_PORT = 65_535;
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+|Preview");
    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return problems;
    }

    void url(URI url) {
        address(
                "intercom.url",
                url,
                "set it to https://api.intercom.io, https://api.eu.intercom.io or https://api.au.intercom.io");
    }

    /** An address that a token is sent to. */
    void address(String key, URI url, String remedy) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean bare = url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null;
        boolean loopback = bare && LOOPBACK.matcher(url.getHost()).matches();
        if (!bare || !(scheme.equals("https") || scheme.equals("http") && loopback)) {
            add(key, quoted(withoutSecrets(url)), "an https address, plain http only to a loopback address", remedy);
        }
    }

    void token(Token token) {
        secret(
                "intercom.access-token",
                token,
                "the access token of the Intercom app",
                "copy it from Intercom's Developer Hub and set the environment variable INTERCOM_ACCESS_TOKEN");
    }

    /** A token that stands in a header. */
    void secret(String key, Token token, String allowed, String remedy) {
        if (!TOKEN.matcher(token.value()).matches()) {
            add(key, token.value().isEmpty() ? "nothing" : "a text with blanks or foreign characters", allowed, remedy);
        }
    }

    void version(String version) {
        if (!VERSION.matcher(version).matches()) {
            add("intercom.api-version", quoted(version), "a version like 2.16, or Preview", "set it to 2.16");
        }
    }

    void timeout(String key, Duration time) {
        if (time == null || time.isZero() || time.isNegative()) {
            add(key, String.valueOf(time), "a time above zero", "set it to a number of seconds, like 30s");
        }
    }

    void share(double share) {
        if (!(share >= 0 && share <= LARGEST_SHARE)) {
            add("intercom.rate-share", String.valueOf(share), "0 to " + LARGEST_SHARE, "set it to 0.2");
        }
    }

    void proxy(String host, int port) {
        if (!host.isEmpty() && (port < 1 || port > LARGEST_PORT)) {
            add(
                    "intercom.proxy-port",
                    String.valueOf(port),
                    "1 to " + LARGEST_PORT,
                    "set it to the port of \"intercom.proxy-host\", or leave both empty");
        }
    }

    private void add(String key, String found, String allowed, String remedy) {
        problems.add("\"" + key + "\": found " + found + "; allowed is " + allowed + "; " + remedy + ".");
    }

    // credentials are sometimes put into an address
    private static String withoutSecrets(URI url) {
        return url.toString().replaceFirst("//[^/]*@", "//***@").replaceFirst("\\?.*", "?***");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
