package io.eicbridge.packaging;

import static io.eicbridge.packaging.Keys.each;

/** The keys of ConnectionJSON. */
final class ConnectionKeys {
    private ConnectionKeys() {}

    static Keys root() {
        return Keys.of("showLogs").with("authentications", each(authentication()));
    }

    private static Keys authentication() {
        return Keys.of(
                        "authType",
                        "url",
                        "httpMethod",
                        "httpHeaders",
                        "httpContentType",
                        "httpParams",
                        "httpParamsName",
                        "properties",
                        "accessToken",
                        "tokenType",
                        "tokenResponsePath",
                        "authHeaderName",
                        "authError",
                        "expiryError",
                        "timeOutError",
                        "errorPath",
                        "retryFailureStatusCode",
                        "maxRefreshTryCount",
                        "refreshType",
                        "refreshToken",
                        "refreshTokenResponsePath",
                        "refreshTokenAuthError",
                        "refreshTokenErrorPath",
                        "maskInLogs",
                        "cleanUpTextContent",
                        "testname")
                .with("refreshTokenCall", refresh())
                .with("jwtConfig", Keys.of("jwtHeader", "jwtPayload", "signedAlgorithm", "key", "jwtExpiryDuration"))
                .with(
                        "ssl",
                        Keys.of(
                                "keyFile",
                                "keyFilePassword",
                                "keyManagerAlgorithm",
                                "keyStoreType",
                                "sslAlgorithmName"))
                .with("apiRateLimitConfig", Keys.of("retryAfterCalls", "retryWaitSeconds"))
                .with("testConnectionParams", test());
    }

    private static Keys refresh() {
        return Keys.of("url", "httpMethod", "httpParams", "httpHeaders", "httpContentType", "refreshTokenResponsePath");
    }

    private static Keys test() {
        return Keys.of("successResponse", "successResponsePath", "errors", "errorPath")
                .with("http", Keys.of("url", "httpHeaders", "httpContentType", "httpMethod", "httpParams"));
    }
}
