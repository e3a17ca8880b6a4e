package io.eicbridge.intercom;

import io.eicbridge.failure.Transient;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Puts a lost connection into words that name the host and what to look at. */
final class LostCall {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private final String server;
    private final String url;
    private final String key;

    /** Calls to the server at {@code url}, which the setting {@code key} tells. */
    LostCall(URI url, String key) {
        this.key = key;
        this.server = url.getHost() + " port " + port(url);
        this.url = url.getScheme() + "://" + url.getAuthority();
    }

    Transient because(Call call, Exception cause) {
        String message = "No answer to " + call.place() + ": " + words(cause) + " " + Repetition.end(call);
        return new Transient(message, call.idempotent(), null, cause);
    }

    private String words(Exception cause) {
        if (cause instanceof UnknownHostException) {
            return "the name of " + server + " is not known. Check \"" + key + "\" (" + url + "), DNS and proxy.";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return server + " takes no connection. Check \"" + key + "\" (" + url + "), firewall and proxy.";
        }
        if (cause instanceof SocketTimeoutException) {
            return server + " did not answer in time.";
        }
        if (cause instanceof SSLException) {
            return "TLS with " + server + " failed. Check its certificate, and whether a proxy replaces it.";
        }
        return "the connection to " + server + " broke off.";
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }
}
