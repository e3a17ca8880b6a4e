package io.eicbridge;

import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Workspace;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tries token, region, version and each permission with one cheap call. */
final class IntercomCheck {
    private static final Map<String, String> HOSTS =
            Map.of("US", "api.intercom.io", "EU", "api.eu.intercom.io", "AU", "api.au.intercom.io");
    private static final Map<String, Call> PERMISSIONS = permissions();
    private final Settings settings;
    private final Calls calls;

    IntercomCheck(Settings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    private static Map<String, Call> permissions() {
        Map<String, Call> calls = new java.util.LinkedHashMap<>();
        calls.put("read teammates", Call.get("/admins"));
        calls.put("read teams", Call.get("/teams"));
        calls.put("read contacts", Call.get("/contacts?per_page=1"));
        calls.put("read tags", Listings.tags().call(null));
        calls.put("read segments", Listings.segments().call(null));
        calls.put("read companies", Listings.companiesList().call(null));
        calls.put("read subscriptions", Listings.subscriptionTypes().call(null));
        return calls;
    }

    void lines(BiPredicate<String, Supplier<String>> tried, Consumer<String> skipped) {
        AtomicReference<Workspace> found = new AtomicReference<>();
        boolean known = tried.test("Intercom token", () -> token(found));
        if (!known) {
            skipped.accept("Intercom region");
            skipped.accept("Intercom API version");
            PERMISSIONS.keySet().forEach(name -> skipped.accept("permission to " + name));
            return;
        }
        tried.test("Intercom region", () -> region(found.get()));
        tried.test("Intercom API version", this::version);
        PERMISSIONS.forEach((name, call) -> tried.test("permission to " + name, () -> {
            calls.send(call);
            return "granted";
        }));
    }

    private String token(AtomicReference<Workspace> found) {
        Workspace workspace = Workspace.from(calls.send(Call.get("/me")));
        found.set(workspace);
        return "of workspace " + workspace.id() + " \"" + workspace.name() + "\", whose days are those of "
                + workspace.zone();
    }

    private String region(Workspace workspace) {
        String host = settings.intercom().url().getHost();
        String best = HOSTS.get(workspace.region());
        boolean official = HOSTS.containsValue(host);
        if (official && best != null && !best.equals(host)) {
            throw new Rejected("The workspace is in region " + workspace.region() + ", but \"intercom.url\" is "
                    + settings.intercom().url() + ". Set it to https://" + best + ".");
        }
        return workspace.region() + ", called at " + settings.intercom().url();
    }

    private String version() {
        calls.send(Listings.dataAttributes("contact").call(null));
        return settings.intercom().apiVersion();
    }
}
