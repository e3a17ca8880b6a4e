package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares answers with the contract; every deviation is listed here and in docs/api.md. */
class ContractTest {
    private static final String BASE = "/contacts/api/v1/";
    private static Database database;
    private static ApiServer api;

    @BeforeAll
    static void importsThreeContacts() throws Exception {
        TestClock clock = new TestClock();
        database = new FileDatabase();
        new ImportedRun(database.store(), clock)
                .contacts(1, 3)
                .tags(2)
                .gone("c3")
                .publish();
        api = new ApiServer(database.store(), clock);
    }

    @AfterAll
    static void stops() {
        api.close();
        database.close();
    }

    @Test
    void accountsDifferInOneCustomPropertyThatIsText() throws Exception {
        JsonNode accounts = api.json("POST", BASE + "accounts?pagesize=2", "{}");

        assertThat(deviations("accounts", accounts)).containsExactly("/accounts/CUSTOMPROPERTY30 type");
    }

    @Test
    void entitlementsDifferInTheirIdTheirTypeAndTheCaseOfCustomProperties() throws Exception {
        JsonNode groups = api.json("POST", BASE + "entitlements/groups?pagesize=1", "{}");

        assertThat(deviations("entitlements", groups))
                .containsExactly(
                        "/groups additionalProperties customproperty1",
                        "/groups additionalProperties entitlementTypeName",
                        "/groups/entitlementID type");
    }

    @Test
    void membershipsDifferInTheirIdsAndInBeingPaged() throws Exception {
        JsonNode memberships = api.json("GET", BASE + "accounts/group_memberships?pagesize=1", "");

        assertThat(deviations("memberships", memberships))
                .containsExactly(
                        "/ additionalProperties nextUrl",
                        "/ additionalProperties offset",
                        "/ additionalProperties pagesize",
                        "/ additionalProperties totalCount",
                        "/ additionalProperties totalcount",
                        "/group_memberships/accountID type",
                        "/group_memberships/entitlementID type");
    }

    @Test
    void refusalsFollowTheContractsErrorBody() throws Exception {
        JsonNode refusal = new ObjectMapper()
                .readTree(api.call("POST", BASE + "accounts?pagesize=0", "").body());

        assertThat(deviations("error", refusal)).isEmpty();
        assertThat(refusal.path("errorCode").textValue()).isEqualTo("1");
    }

    private static Set<String> deviations(String contract, JsonNode answer) throws IOException {
        try (InputStream schema = ContractTest.class.getResourceAsStream("/contract/" + contract + ".schema.json")) {
            JsonSchema expected = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            return expected.validate(answer).stream()
                    .map(found -> place(found.getInstanceLocation().toString()) + " " + found.getType()
                            + (found.getProperty() == null ? "" : " " + found.getProperty()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The place without the number of the row. */
    private static String place(String location) {
        return "/"
                + location.replaceFirst("^\\$\\.?", "")
                        .replaceAll("\\[\\d+]", "")
                        .replace('.', '/')
                        .replaceFirst("^/", "");
    }
}
