package io.eicbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.parameter.ForeignCalls;
import io.eicbridge.provisioning.parameter.ParameterOperations;
import io.eicbridge.provisioning.parameter.SingleSteps;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A package that the bridge has no route for: its calls, in order, each made once. */
class ParameterOperationsTest {
    private static final String CREATE = """
            {"accountIdPath": "person.message.id",
             "call": [
               {"name": "tag", "url": " https://api.intercom.io/tags", "httpMethod": "POST", "httpParams": {"name": "${user.tag}"}},
               {"name": "person", "url": "https://api.intercom.io/contacts", "httpMethod": "POST",
                "httpParams": "{\\"email\\": \\"${user.email}\\", \\"name\\": \\"${user.name}\\"}",
                "successResponses": {"statusCode": [200, 201], "type": ["contact"]}},
               {"name": "attach", "url": "https://api.intercom.io/contacts/${response.person.message.id}/tags", "httpMethod": "POST",
                "httpParams": {"id": "${response.tag.message.id}"}}
             ]}
            """;
    private static final String BINDINGS =
            "{'user': {'email': 'ada@example.com', 'name': 'Ada \\'${x}\\'', 'tag': 'New here'}}";

    @TempDir
    Path folder;

    private IntercomSandbox sandbox;
    private HttpCalls calls;

    @BeforeEach
    void start() throws IOException {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(0));
        calls = new HttpCalls(sandbox.url());
        Files.writeString(folder.resolve("CreateAccountJSON.json"), CREATE);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @BothDatabases
    void whatWasAnsweredBeforeAKillIsNotDoneAgain(Database database) {
        ProvisioningRequest request = create(Engine.on(database.store()));
        calls.loseAnswersOf("/contacts/.*/tags");
        assertThatThrownBy(() -> operation(database.store()).carryOut(request)).isInstanceOf(Transient.class);
        calls.loseAnswersOf("nothing");

        Store reopened = database.reopen();
        assertThatThrownBy(() -> operation(reopened).carryOut(request))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("It is not known whether the call \"attach\" was carried out")
                .hasMessageContaining("ask again, which sends the call again");
        Effect effect = operation(reopened).carryOut(request);

        assertThat(effect.accountId()).isNotEmpty();
        assertThat(effects("contact_created")).isEqualTo(1);
    }

    @BothDatabases
    void callsAreMadeInOrderAndJudgedByTheParametersOwnRules(Database database) {
        Engine engine = Engine.on(database.store());

        Effect effect = operation(database.store()).carryOut(create(engine));

        assertThat(effect.kind()).isEqualTo(Effect.Kind.DONE);
        var contact = calls.get("/contacts/" + effect.accountId());
        assertThat(contact.path("name").asText()).isEqualTo("Ada \"${x}\"");
        assertThat(contact.path("tags").path("data")).hasSize(1);
        ProvisioningRequest again = create(engine);

        assertThatThrownBy(() -> operation(database.store()).carryOut(again))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(
                        "The call \"person\" failed: Intercom answered 409, and status 409 is none of 200, 201")
                .message()
                .doesNotContain("ada@");
        assertThat(effects("contact_created")).isEqualTo(1);
    }

    @BothDatabases
    void aRefusedCallIsSentAgainByTheNextAttemptAndNotAnsweredFromTheJournal(Database database) {
        Engine engine = Engine.on(database.store());
        Effect first = operation(database.store()).carryOut(create(engine));
        ProvisioningRequest again = create(engine);
        assertThatThrownBy(() -> operation(database.store()).carryOut(again)).isInstanceOf(Rejected.class);

        calls.send(Call.write("DELETE", "/contacts/" + first.accountId(), null));
        Effect second = operation(database.store()).carryOut(again);

        assertThat(second.accountId()).isNotEqualTo(first.accountId());
        assertThat(effects("contact_created")).isEqualTo(2);
    }

    @BothDatabases
    void aCallThatNeverLeftIsSentByTheNextAttempt(Database database) {
        ProvisioningRequest request = create(Engine.on(database.store()));
        calls.refuseConnectionsOf("/contacts/.*/tags");
        assertThatThrownBy(() -> operation(database.store()).carryOut(request)).isInstanceOf(Transient.class);
        calls.refuseConnectionsOf("nothing");

        Effect effect = operation(database.store()).carryOut(request);

        assertThat(effect.kind()).isEqualTo(Effect.Kind.DONE);
        assertThat(effects("contact_created")).isEqualTo(1);
    }

    @BothDatabases
    void whatWasCarriedOutIsNotSentAgainThoughARuleCountsItsAnswerAsAFailure(Database database) throws IOException {
        Files.writeString(folder.resolve("CreateAccountJSON.json"), CREATE.replace("[\"contact\"]", "[\"person\"]"));
        ProvisioningRequest request = create(Engine.on(database.store()));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> operation(database.store()).carryOut(request))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("The call \"person\" failed: Intercom answered 200");
        }
        assertThat(effects("contact_created")).isEqualTo(1);
    }

    private int effects(String kind) {
        return calls.get("/sandbox/effects").path("counts").path(kind).asInt(-1);
    }

    private ParameterOperations operation(Store store) {
        ConnectionParameters parameters = ConnectionParameters.read(folder);
        SingleSteps steps = new SingleSteps(store, new Intents(Clock.systemUTC()));
        ForeignCalls foreign = new ForeignCalls(List.of("https://api.intercom.io"));
        return new ParameterOperations(Map.of("contacts", parameters), foreign, steps, calls);
    }

    private static ProvisioningRequest create(Engine engine) {
        return engine.of(engine.ask(Operation.CREATE, null, null, BINDINGS));
    }
}
