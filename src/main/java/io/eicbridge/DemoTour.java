package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.cli.Commands;
import io.eicbridge.cli.Program;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What the demo shows, step by step, with the same commands and calls that a user and EIC would make. */
final class DemoTour {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Settings settings;
    private final IntercomSandbox sandbox;
    private final Program program;
    private final PrintStream out;

    DemoTour(Settings settings, IntercomSandbox sandbox, Program program, PrintStream out) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.program = program;
        this.out = out;
    }

    void walk() {
        out.println("A stand-in for Intercom answers on " + sandbox.url() + ", the bridge on " + base() + ".");
        step("Import the teammates with their teams, roles and seats");
        command("import", "teammates");
        step("Import the contacts with their tags, companies and segments");
        command("import", "contacts");
        step("What EIC gets when it pulls");
        ask("POST", "/contacts/api/v1/accounts?offset=0&pagesize=1");
        ask("GET", "/contacts/api/v1/accounts/tag_memberships?pagesize=2");
        ask("POST", "/teammates/api/v1/entitlements/teams?pagesize=1");
        step(
                "People work in Intercom: two contacts are new, three change, two are archived, one is merged into another");
        people();
        command("import", "contacts", "--incremental");
        step("Who is gone is told by a full import alone, which asks Intercom about everybody it misses");
        command("import", "contacts");
        step("Intercom's list ends early: the run is incomplete, and nobody in EIC is suspended for that");
        sandbox.faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts*"));
        command("import", "contacts");
        sandbox.faults().clear();
        step("How EIC sees the endpoint");
        ask("GET", "/contacts/api/v1/status");
    }

    private void people() {
        Controls controls = sandbox.controls();
        List<String> created = controls.createContacts(2);
        List<String> known = ids(10);
        known.subList(0, 3).forEach(id -> controls.updateContact(id, Map.of("name", "Noor Example")));
        known.subList(3, 5).forEach(controls::archive);
        controls.merge(known.get(5), known.get(6));
        controls.tag(created.get(0), tag());
    }

    private List<String> ids(int count) {
        JsonNode accounts =
                call("POST", "/contacts/api/v1/accounts?pagesize=" + count).path("accounts");
        return accounts.findValuesAsText("ACCOUNTID");
    }

    private String tag() {
        JsonNode tags =
                call("POST", "/contacts/api/v1/entitlements/tags?pagesize=1").path("tags");
        return tags.path(0).path("entitlementID").asText();
    }

    private void step(String what) {
        out.println();
        out.println("== " + what);
    }

    private void command(String... words) {
        out.println("$ eic-bridge " + String.join(" ", words));
        Commands.line(program).execute(words);
    }

    private void ask(String method, String path) {
        out.println("> " + method + " " + path);
        out.println(call(method, path).toPrettyString());
    }

    private JsonNode call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"))
                .header("Authorization", "Bearer " + settings.bridge().apiToken())
                .header("Content-Type", "application/json")
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("the demo's own bridge does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String base() {
        return "http://127.0.0.1:" + settings.bridge().port();
    }
}
