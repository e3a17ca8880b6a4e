package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the demo shows, step by step, with the same commands and calls that a user and EIC would make. */
final class DemoTour {
    private static final String COLUMNS = "fields=ACCOUNTID,NAME,DISPLAYNAME,STATUS";
    private static final int HELD = 3;
    /** More than the shipped fifth of the 25 teammates. */
    private static final int LEAVING = 8;

    private final IntercomSandbox sandbox;
    private final DemoStage stage;

    DemoTour(IntercomSandbox sandbox, DemoStage stage) {
        this.sandbox = sandbox;
        this.stage = stage;
    }

    /** Goes through the steps up to the first that does not go as it should, on which the others build. */
    void walk() {
        List<Runnable> steps = new ArrayList<>(List.of(
                this::imports, this::pulls, this::people, this::incremental, this::cutOff, this::held, this::approved));
        steps.addAll(new DemoProvisioning(sandbox, stage).steps());
        for (Runnable step : steps) {
            if (stage.wrong() == 0) {
                step.run();
            }
        }
    }

    private void imports() {
        stage.step("Import the teammates of an Intercom workspace, with their teams, roles and seats");
        stage.command(0, "import", "teammates");
        stage.step(
                "Import the contacts, with their tags, companies and segments",
                "The list is read in slices side by side, as fast as Intercom's rate allows.");
        stage.command(0, "import", "contacts");
    }

    private void pulls() {
        stage.step(
                "EIC pulls the accounts", "'fields' picks the columns; without it EIC gets every one that is mapped.");
        stage.ask(
                "POST",
                "/contacts/api/v1/accounts?pagesize=2&" + COLUMNS,
                "two accounts",
                answer -> answer.path("accounts").size() == 2);
        stage.step("EIC pulls entitlements, and who holds them");
        stage.ask(
                "POST",
                "/teammates/api/v1/entitlements/teams?pagesize=1&fields=entitlementID,entitlement_value",
                "one team",
                answer -> answer.path("teams").size() == 1);
        stage.ask(
                "GET",
                "/contacts/api/v1/accounts/tag_memberships?pagesize=1",
                "one membership",
                answer -> answer.path("tag_memberships").size() == 1);
    }

    private void people() {
        stage.step(
                "People work in Intercom: two contacts are new, three change, two are archived, one is merged",
                "Whoever is missing from Intercom's lists is looked up once more before EIC hears of it.");
        String archived = changed();
        stage.command(0, "import", "contacts");
        stage.ask(
                "POST",
                "/contacts/api/v1/accounts?q=accountID:" + archived + "&" + COLUMNS,
                "STATUS 0, the account is gone",
                answer -> answer.path("accounts").path(0).path("STATUS").asInt(1) == 0);
    }

    /** The id of one that was archived. */
    private String changed() {
        Controls controls = sandbox.controls();
        List<String> known = ids("contacts", 10);
        controls.createContacts(2);
        known.subList(0, 3).forEach(id -> controls.updateContact(id, Map.of("name", "Noor Example")));
        known.subList(3, 5).forEach(controls::archive);
        controls.merge(known.get(5), known.get(6));
        return known.get(3);
    }

    private void incremental() {
        stage.step(
                "A contact is new: an incremental import reads what changed since the last one, and no more",
                "It runs every quarter of an hour; who is gone is told by full ones alone.");
        String fresh = sandbox.controls().createContacts(1).get(0);
        sandbox.controls().updateContact(fresh, Map.of("name", "Noor Example"));
        stage.command(0, "import", "contacts", "--incremental");
    }

    private void cutOff() {
        stage.step(
                "Intercom's list ends too early",
                "Fewer contacts are read than Intercom counts: the run is incomplete, and EIC suspends nobody for that.");
        sandbox.faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts*"));
        stage.command(1, "import", "contacts");
        sandbox.faults().clear();
    }

    private void held() {
        stage.step(
                "Somebody removes " + LEAVING + " teammates in Intercom, more than the threshold allows",
                "The run is held: EIC sees nothing of it, until a person has looked at the list of those affected.");
        List<String> known = ids("teammates", LEAVING + 3);
        known.subList(3, known.size()).forEach(sandbox.controls()::removeAdmin);
        stage.command(HELD, "import", "teammates");
    }

    private void approved() {
        stage.step(
                "It was meant: the run is approved",
                "The bridge asks Intercom about each of them again, then publishes the run.");
        long run = status("teammates").path("heldRuns").path(0).asLong();
        stage.command(0, "import", "approve", Long.toString(run));
        stage.ask(
                "GET",
                "/teammates/api/v1/status",
                "run " + run + " is what EIC sees now",
                answer -> answer.path("lastCompleteRun").asLong() == run);
    }

    private JsonNode status(String endpoint) {
        return stage.call("GET", "/" + endpoint + "/api/v1/status");
    }

    private List<String> ids(String endpoint, int count) {
        JsonNode accounts = stage.call("POST", "/" + endpoint + "/api/v1/accounts?fields=ACCOUNTID&pagesize=" + count)
                .path("accounts");
        return StreamSupport.stream(accounts.spliterator(), false)
                .map(account -> account.path("ACCOUNTID").asText())
                .toList();
    }
}
