package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer has the envelope, the attributes and the types that Intercom documents, as far as the bridge reads them. */
class ShapesTest {
    private static IntercomSandbox sandbox;
    private static Client client;
    private static JsonNode shapes;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(6_000));
        client = new Client(sandbox);
        try (InputStream stream = ShapesTest.class.getResourceAsStream("/sandbox/shapes.json")) {
            shapes = new ObjectMapper().readTree(stream);
        }
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static void hasShape(Client.Answer answer, String shape) {
        ObjectNode wanted = shapes.deepCopy();
        wanted.put("$ref", "#/$defs/" + shape);
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(wanted);
        assertThat(schema.validate(answer.json())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/me,me",
        "/admins,admins",
        "/teams,teams",
        "/teams/814865,team",
        "/admins/5017690,admin",
        "/contacts?per_page=150,contacts",
        "/tags,tags",
        "/segments,segments",
        "/segments?include_count=true,segments",
        "/subscription_types,subscriptions",
        "/data_attributes,attributes",
        "/ticket_types,tickets",
        "/ticket_states,tickets",
        "/companies/scroll,scroll",
        "/nowhere,error",
        "/contacts?per_page=9999,error",
        "/companies/1,error"
    })
    void answersInIntercomsShape(String path, String shape) throws Exception {
        hasShape(client.get(path), shape);
    }

    @Test
    void findsContactsInIntercomsShapeOnEveryPage() throws Exception {
        String after = null;
        do {
            String cursor = after == null ? "" : ",\"starting_after\":\"" + after + "\"";
            Client.Answer page = client.post(
                    "/contacts/search",
                    "{\"query\":" + Client.filter("created_at", ">", 1) + ",\"pagination\":{\"per_page\":150" + cursor
                            + "}}");
            hasShape(page, "contacts");
            after = page.cursor();
        } while (after != null);
    }

    @Test
    void showsOneContactAndWhatItHoldsInIntercomsShape() throws Exception {
        for (String id : client.get("/contacts?per_page=20").ids()) {
            hasShape(client.get("/contacts/" + id), "contact");
            hasShape(client.get("/contacts/" + id + "/tags"), "tags");
            hasShape(client.get("/contacts/" + id + "/companies"), "companies");
            hasShape(client.get("/contacts/" + id + "/subscriptions"), "subscriptions");
            hasShape(client.get("/contacts/" + id + "/segments"), "contactSegments");
        }
    }

    @Test
    void showsCompaniesAndTheirPeopleInIntercomsShape() throws Exception {
        Client.Answer companies = client.post("/companies/list", "");
        hasShape(companies, "companies");
        hasShape(client.get("/companies/" + companies.ids().get(0)), "company");
        hasShape(client.get("/companies/" + companies.ids().get(0) + "/contacts"), "people");
    }
}
