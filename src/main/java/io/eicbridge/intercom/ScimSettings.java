package io.eicbridge.intercom;

import io.eicbridge.failure.Configuration;
import java.net.URI;
import java.util.List;

/**
 * How the workspace's SCIM server is reached, checked: a host and a token of their own, never those of the API.
 *
 * @param url the base URL that Intercom shows for provisioning, without a slash at its end; empty where there is no SCIM
 */
public record ScimSettings(URI url, Token token) {
    private static final String WHERE = "Intercom's Settings > Security > SAML SSO > Provisioning";

    /** Throws a Configuration failure that names every wrong key; both are set, or neither is. */
    public ScimSettings {
        url = url == null ? URI.create("") : URI.create(url.toString().replaceFirst("/+$", ""));
        token = token == null ? new Token("") : token;
        SettingsCheck check = new SettingsCheck();
        if (!url.toString().isEmpty() || !token.value().isEmpty()) {
            check.address(
                    "intercom.scim-url",
                    url,
                    "copy the Base URL from " + WHERE + ", or leave both SCIM settings empty");
            check.secret(
                    "intercom.scim-token",
                    token,
                    "the API token of SCIM provisioning",
                    "copy it from " + WHERE + " and set the environment variable INTERCOM_SCIM_TOKEN");
        }
        List<String> problems = check.problems();
        if (!problems.isEmpty()) {
            throw new Configuration(String.join(System.lineSeparator(), problems));
        }
    }

    /** Whether teammates can be created and removed by SCIM. */
    public boolean present() {
        return !url.toString().isEmpty();
    }
}
