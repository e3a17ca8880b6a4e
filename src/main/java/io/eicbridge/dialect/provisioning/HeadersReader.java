package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code httpHeaders}, an object or a text that holds one; Authorization is the bridge's own. */
record HeadersReader(FillingReader fillings) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern TOKEN = Pattern.compile("\\s*(Bearer\\s+)?\\$\\{\\s*access_token\\s*}\\s*");

    Headers read(Section call) {
        Map<String, Filling> headers = new LinkedHashMap<>();
        Map<String, Located> found = call.member("httpHeaders")
                .flatMap(this::object)
                .map(Located::members)
                .orElse(Map.of());
        found.values().forEach(header -> {
            if (isSent(header)) {
                fillings.read((String) header.content(), header)
                        .ifPresent(filling -> headers.put(header.key(), filling));
            }
        });
        return new Headers(headers);
    }

    private Optional<Located> object(Located headers) {
        if (headers.content() instanceof String text) {
            return text.isBlank()
                    ? Optional.empty()
                    : fillings.parsed(text, headers).flatMap(json -> JsonText.read(json, headers, fillings.findings()));
        }
        if (!headers.isObject()) {
            fillings.findings().add(headers, "must be an object of names and values, found " + headers.found());
        }
        return Optional.of(headers);
    }

    private boolean isSent(Located header) {
        if (!(header.content() instanceof String text)) {
            fillings.findings().add(header, "must be a text, found " + header.found());
            return false;
        }
        if (!NAME.matcher(header.key()).matches()) {
            fillings.findings().add(header, "\"" + header.key() + "\" is no name of a header");
            return false;
        }
        return !isToken(header, text);
    }

    private boolean isToken(Located header, String text) {
        if (!header.key().equalsIgnoreCase("Authorization")) {
            return false;
        }
        if (!TOKEN.matcher(text).matches()) {
            fillings.findings()
                    .add(header, "must be \"${access_token}\": tokens stand in the settings, never in a parameter");
        }
        return true;
    }
}
