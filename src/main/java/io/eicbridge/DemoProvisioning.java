package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.IntercomSandbox;
import java.util.List;

/** What the demo shows of provisioning: what EIC decides is done in Intercom once, or somebody is asked or told. */
final class DemoProvisioning {
    private static final String API = "/contacts/api/v1";
    private static final String OWNER = "mira@example.com";

    private final IntercomSandbox sandbox;
    private final DemoStage stage;
    private String contact = "";
    private String owned = "";

    DemoProvisioning(IntercomSandbox sandbox, DemoStage stage) {
        this.sandbox = sandbox;
        this.stage = stage;
    }

    /** The steps, each of which builds on those before. */
    List<Runnable> steps() {
        return List.of(this::create, this::access, this::disable, this::queueItem, this::deadLetter, this::replay);
    }

    private void create() {
        stage.step(
                "EIC creates an account: the bridge makes the contact in Intercom and answers its id",
                "'task' names the request: the same task again answers the same outcome and does nothing twice.");
        JsonNode made = stage.ask(
                "POST",
                API + "/createAccount",
                "{\"task\":{\"taskid\":4711},\"user\":{\"email\":\"noor@example.com\",\"external_id\":\"4711\",\"name\":\"Noor\"}}",
                "an account with Intercom's id",
                answer -> !answer.path("accountID").asText("").isEmpty());
        contact = made.path("accountID").asText();
        pull("STATUS 1: the bridge has read it back from Intercom", "1");
    }

    private void access() {
        stage.step("EIC adds access: the contact gets a tag. EIC asks twice, as it does after a time-out");
        String tag = stage.call("POST", "/contacts/api/v1/entitlements/tags?pagesize=1")
                .at("/tags/0/entitlementID")
                .asText();
        String body = "{\"task\":{\"taskid\":4712},\"account\":{\"accountID\":\"" + contact
                + "\"},\"entitlementValue\":{\"entitlementID\":\"" + tag + "\"}}";
        String path = API + "/entitlement/tag/addAccess";
        stage.ask("POST", path, body, "done", DemoProvisioning::done);
        stage.ask(
                "POST",
                path,
                body,
                "the same outcome, and one tag in Intercom",
                answer -> done(answer) && sandbox.effects().of("tag_attached") == 1);
    }

    private void disable() {
        stage.step(
                "EIC disables the account: the contact is archived in Intercom",
                "The bridge knows that it did so itself: no import takes the contact for gone.");
        stage.ask(
                "POST",
                API + "/updateAccount/" + contact,
                "{\"task\":{\"taskid\":4713},\"status\":\"Disabled\"}",
                "done",
                DemoProvisioning::done);
        pull("STATUS 0", "0");
    }

    private void pull(String expected, String status) {
        String pull = API + "/accounts?q=accountID:" + contact + "&fields=ACCOUNTID,NAME,STATUS";
        stage.ask("POST", pull, expected, answer -> answer.at("/accounts/0/STATUS")
                .asText()
                .equals(status));
    }

    private void queueItem() {
        stage.step(
                "A teammate leaves. No API of Intercom disables teammates: the bridge opens a ticket for a person",
                "An agent removes the teammate and resolves the ticket. The bridge looks whether that is so.");
        String leaver = active("/teammates/api/v1");
        String body =
                "{\"operation\":\"disable\",\"task\":{\"taskid\":4714},\"account\":{\"accountID\":\"" + leaver + "\"}}";
        JsonNode opened = stage.ask("POST", "/teammates/api/v1/tickets", body, "open", answer -> is("open", answer));
        stage.until(() -> !sandbox.agent().tickets().isEmpty());
        stage.command(0, "requests", "list", "--state", "queued");
        stage.say("", "  (an agent removes the teammate in Intercom and resolves the ticket)");
        sandbox.controls().removeAdmin(leaver);
        sandbox.agent().tickets().forEach(ticket -> sandbox.agent().resolve(String.valueOf(ticket.id())));
        String place = "/teammates/api/v1/tickets/" + opened.path("id").asText();
        stage.ask("GET", place, "completed, as Intercom shows", answer -> is("completed", answer));
    }

    private static boolean is(String status, JsonNode answer) {
        return answer.path("status").asText().equals(status);
    }

    private String active(String api) {
        return stage.call("POST", api + "/accounts?q=STATUS:1&fields=ACCOUNTID&pagesize=1")
                .at("/accounts/0/ACCOUNTID")
                .asText();
    }

    private void deadLetter() {
        stage.step(
                "A request that no repetition helps: the contact is to get an owner who is no teammate",
                "It is rejected and put aside, whole and with its reason. The bridge tells, and never tries on.");
        owned = active(API);
        stage.command(1, "provision", "contacts", "update", owned, "--set", "user.owner_id=" + OWNER);
        stage.command(0, "dead-letters", "list", "--endpoint", "contacts");
    }

    private void replay() {
        stage.step(
                "The owner joins the workspace, and somebody replays the dead letter",
                "Who decided so, and why, is in the request's audit.");
        String owner = sandbox.controls().addAdmin("Mira Example", OWNER);
        String letter = stage.call("GET", "/commands/v1/dead-letters?endpoint=contacts")
                .at("/deadLetters/0/id")
                .asText();
        stage.command(0, "dead-letters", "replay", letter, "--why", "the owner has joined");
        stage.ask(
                "POST",
                API + "/accounts?q=accountID:" + owned + "&fields=ACCOUNTID,CUSTOMPROPERTY6",
                "teammate " + owner + " owns the contact",
                answer -> answer.at("/accounts/0/CUSTOMPROPERTY6").asText().equals(owner));
    }

    private static boolean done(JsonNode answer) {
        return answer.path("errorCode").asText().equals("0");
    }
}
