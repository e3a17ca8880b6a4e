package io.eicbridge.intercom;

import io.eicbridge.failure.Configuration;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How Intercom is reached, checked.
 *
 * @param url the API's address of the workspace's region, without a slash at its end
 * @param share part of the rate, 0 to 0.9, that full imports leave to others
 * @param proxyHost empty for no proxy
 */
public record IntercomSettings(
        URI url,
        Token token,
        String apiVersion,
        Duration connectTimeout,
        Duration responseTimeout,
        double share,
        String proxyHost,
        int proxyPort) {

    /** Throws a Configuration failure that names every wrong key, what was found, what is allowed and what to do. */
    public IntercomSettings {
        url = url == null ? URI.create("") : URI.create(url.toString().replaceFirst("/+$", ""));
        token = token == null ? new Token("") : token;
        apiVersion = apiVersion == null ? "" : apiVersion.strip();
        proxyHost = proxyHost == null ? "" : proxyHost.strip();
        SettingsCheck check = new SettingsCheck();
        check.url(url);
        check.token(token);
        check.version(apiVersion);
        check.timeout("intercom.connect-timeout", connectTimeout);
        check.timeout("intercom.response-timeout", responseTimeout);
        check.share(share);
        check.proxy(proxyHost, proxyPort);
        List<String> problems = check.problems();
        if (!problems.isEmpty()) {
            throw new Configuration(String.join(System.lineSeparator(), problems));
        }
    }
}
