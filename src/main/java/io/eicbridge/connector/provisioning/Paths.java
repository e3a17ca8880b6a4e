package io.eicbridge.connector.provisioning;

import io.eicbridge.connector.Catalogue;
import io.eicbridge.connector.Refusals;
import io.eicbridge.connector.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the paths under which the contract and the bridge want something done. */
final class Paths {
    private static final int VERB = 3;
    private static final int FIRST = 4;
    private static final int SECOND = 5;
    private final Catalogue catalogue;

    Paths(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a path wants; {@code Rejected} with 404 where it names no endpoint or type. */
    Wish read(Request request) {
        catalogue.population(request);
        List<String> path = request.segments();
        String verb = path.get(VERB);
        return switch (verb) {
            case "entitlement" -> Wish.ofType(path.get(SECOND), catalogue.named(request, part(path, FIRST)));
            case "createEntitlement" -> Wish.ofType(verb, catalogue.named(request, part(path, FIRST)));
            case "updateEntitlement", "deleteEntitlement" ->
                Wish.ofType(verb, catalogue.named(request, part(path, FIRST))).withEntitlement(part(path, SECOND));
            case "createAccount" -> new Wish(verb, Optional.empty(), Optional.empty(), Optional.empty());
            default -> Wish.ofAccount(verb, part(path, FIRST));
        };
    }

    /** The server leaves percent-encoded what would change the path; a plus is a plus here. */
    private static String part(List<String> path, int place) {
        try {
            return URLDecoder.decode(path.get(place).replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException malformed) {
            throw Refusals.invalid("The path is not properly percent-encoded: encode its ids as UTF-8.");
        }
    }
}
