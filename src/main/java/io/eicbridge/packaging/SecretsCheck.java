package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.Locale;

/** Passwords, tokens and keys that stand in a file as they are; what was found is never told. */
final class SecretsCheck implements PackageCheck {
    private static final String SECRET_KEY =
            "(?i).*(password|passwd|secret|api_?key|skey|private_?key|accesstoken|access_token|refreshtoken|refresh_token)|key";
    private static final String STAND_IN =
            "(?is).*(\\$\\{|@[A-Z0-9_ -]+@|<[^>]+>|\\*\\*\\*|xxx|abcd|dummy|sample|example|changeme|change_me|your|replace|placeholder|\\.\\.\\.|\u2026).*";
    private static final int SHORTEST = 8;

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.parameters()) {
            boolean isConnection = parameter.name().equals(KeyCatalogue.CONNECTION);
            Look.walk(parameter.root(), value -> value(value, isConnection, parameter.notes()));
        }
    }

    private static void value(Located value, boolean isConnection, Notes notes) {
        if (!(value.content() instanceof String text)) {
            return;
        }
        boolean isHeader = value.key().matches("(?i)authorization|x-api-key|apikey|api-key");
        boolean isSecretKey =
                isConnection && value.key().matches(SECRET_KEY) && !value.key().endsWith("Path");
        boolean isInText = text.matches("(?is).*(bearer|basic)\\s+[A-Za-z0-9+/_=.-]{16,}.*");
        if ((isHeader || isSecretKey) && isSecret(text) || isInText && !text.matches(STAND_IN)) {
            notes.add(
                    Code.SECRET_IN_CLEAR,
                    value,
                    "\"" + value.key() + "\" holds what looks like a secret in clear (***)",
                    "Put a placeholder such as @SECRET@ here and enter the secret in EIC; change a secret that was shared");
        }
    }

    private static boolean isSecret(String text) {
        String bare = text.strip().replaceFirst("(?i)^(bearer|basic|token)\\s+", "");
        boolean isWord = bare.toLowerCase(Locale.ROOT).matches("password|secret|[a-z_]*token|client_?secret|none|null");
        return bare.length() >= SHORTEST && !bare.contains(" ") && !isWord && !bare.matches(STAND_IN);
    }
}
