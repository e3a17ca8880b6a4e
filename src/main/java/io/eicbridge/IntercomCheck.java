package io.eicbridge;

import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tries token, region, version and each permission with one cheap call. */
final class IntercomCheck {
    private static final String TOKEN = "Intercom token";
    private static final String REGION = "Intercom region";
    private static final String VERSION = "Intercom API version";
    private static final String UNKNOWN_VERSION = "intercom_version_invalid";
    private static final Map<String, Call> PERMISSIONS = permissions();
    private final Settings settings;
    private final Calls calls;

    IntercomCheck(Settings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    private static Map<String, Call> permissions() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("permission to read teammates", Call.get("/admins"));
        calls.put("permission to read teams", Call.get("/teams"));
        calls.put("permission to read contacts", Call.get("/contacts?per_page=1"));
        calls.put("permission to read tags", Listings.tags().call(null));
        calls.put("permission to read segments", Listings.segments().call(null));
        calls.put("permission to read companies", Listings.companiesList().call(null));
        calls.put(
                "permission to read subscriptions", Listings.subscriptionTypes().call(null));
        return calls;
    }

    /** Adds a line for each trial; where Intercom does not say whose token it is, all others are skipped. */
    void lines(BiPredicate<String, Supplier<String>> tried, Consumer<String> skipped) {
        Workspace workspace;
        try {
            workspace = Workspace.from(calls.send(Call.get("/me")));
        } catch (Failure refused) {
            refused(refused, tried, skipped);
            return;
        }
        tried.test(TOKEN, () -> told(workspace));
        tried.test(REGION, () -> Region.check(settings.intercom().url(), workspace.region()));
        tried.test(VERSION, this::version);
        PERMISSIONS.forEach((name, call) -> tried.test(name, () -> {
            calls.send(call);
            return "granted";
        }));
    }

    /** An unknown version is refused before the token is looked at. */
    private static void refused(
            Failure failure, BiPredicate<String, Supplier<String>> tried, Consumer<String> skipped) {
        boolean version = failure instanceof Rejected rejected && UNKNOWN_VERSION.equals(rejected.code());
        String wrong = version ? VERSION : TOKEN;
        for (String line : List.of(TOKEN, REGION, VERSION)) {
            if (line.equals(wrong)) {
                tried.test(line, () -> {
                    throw failure;
                });
            } else {
                skipped.accept(line);
            }
        }
        PERMISSIONS.keySet().forEach(skipped);
    }

    private static String told(Workspace workspace) {
        return "of workspace " + workspace.id() + " \"" + workspace.name() + "\", whose days are those of "
                + workspace.zone();
    }

    private String version() {
        calls.send(Listings.dataAttributes("contact").call(null));
        return settings.intercom().apiVersion();
    }
}
