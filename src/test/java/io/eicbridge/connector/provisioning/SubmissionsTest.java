package io.eicbridge.connector.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.Catalogue;
import io.eicbridge.connector.Population;
import io.eicbridge.connector.Population.Imported;
import io.eicbridge.connector.Request;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.RetryOwner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionsTest {
    private static final Imported NOTHING = new Imported(Map.of(), Set.of());
    private final Submissions submissions = new Submissions(
            new Catalogue(List.of(Population.teammates(List.of(), NOTHING), Population.contacts(List.of(), NOTHING))));

    private NewRequest read(String method, String path, String body) {
        return submissions.read(call(method, path, body), null, null);
    }

    private static Request call(String method, String path, String body) {
        String[] parts = path.split("\\?");
        return new Request(
                method, "/contacts/api/v1/" + parts[0], parts.length > 1 ? parts[1] : "", "", "Bearer x", body);
    }

    private void assertRefused(int status, String method, String path, String body, String... says) {
        assertThatThrownBy(() -> read(method, path, body))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.status()).isEqualTo(status))
                .message()
                .contains(says);
    }

    @Test
    void bindsTheContractsFlatBodyAsTheUser() {
        NewRequest asked = read("POST", "createAccount", "{\"email\":\"ada@example.test\",\"accountID\":\"7\"}");

        assertThat(asked.operation()).isEqualTo(Operation.CREATE);
        assertThat(asked.endpoint()).isEqualTo("contacts");
        assertThat(asked.account()).isNull();
        assertThat(asked.bindings()).hasToString("{\"user\":{\"email\":\"ada@example.test\",\"accountID\":\"7\"}}");
    }

    @Test
    void bindsAnEnvelopesObjectsByTheirNamesAndAddsTheAccountOfThePath() {
        NewRequest asked = read(
                "PATCH",
                "updateAccount/a%2F1",
                "{\"task\":{\"taskid\":99},\"user\":{\"email\":\"a@example.test\"},\"requestAccessAttributes\":{\"plan\":\"x\"}}");

        assertThat(asked.operation()).isEqualTo(Operation.UPDATE);
        assertThat(asked.account()).isEqualTo("a/1");
        assertThat(asked.key()).isEqualTo("99");
        ObjectNode bindings = asked.bindings();
        assertThat(bindings.at("/account/accountID").asText()).isEqualTo("a/1");
        assertThat(bindings.at("/requestAccessAttributes/plan").asText()).isEqualTo("x");
    }

    @Test
    void secretsThatEicSendsWithinItsObjectsReachNoJournal() {
        NewRequest asked = read(
                "POST",
                "createAccount",
                "{\"user\":{\"email\":\"a@example.test\",\"Password\":\"s3cret\",\"more\":[{\"apiToken\":{\"value\":\"s3cret\"},"
                        + "\"plan\":\"x\"}]},\"task\":{\"taskid\":1,\"client_secret\":\"s3cret\"}}");

        assertThat(asked.bindings())
                .hasToString(
                        "{\"user\":{\"email\":\"a@example.test\",\"more\":[{\"plan\":\"x\"}]},\"task\":{\"taskid\":1}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"1\"',ENABLE",
        "1,ENABLE",
        "'\"Enabled\"',ENABLE",
        "'\" active \"',ENABLE",
        "true,ENABLE",
        "'\"0\"',DISABLE",
        "2,DISABLE",
        "'\"Disabled\"',DISABLE",
        "'\"INACTIVE\"',DISABLE"
    })
    void enablesAndDisablesByTheStatusAlone(String status, Operation operation) {
        assertThat(read("PATCH", "updateAccount/7", "{\"status\":" + status + "}")
                        .operation())
                .isEqualTo(operation);
    }

    @Test
    void doesNotTakeTheStatusInAnAccountOfAnEnvelopeForAnOrder() {
        String body = "{\"account\":{\"accountID\":\"7\",\"status\":\"1\"},\"user\":{\"email\":\"a@example.test\"}}";

        assertThat(read("PUT", "updateAccount/7", body).operation()).isEqualTo(Operation.UPDATE);
        assertThat(read("PUT", "updateAccount/7", body.replaceFirst("\\{", "{\"status\":0,"))
                        .operation())
                .isEqualTo(Operation.DISABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "entitlement/tag/addAccess,Tag,ADD_ACCESS",
        "entitlement/group/addAccess,Tag,ADD_ACCESS",
        "entitlement/Group/removeAccess,Tag,REMOVE_ACCESS",
        "entitlement/company/addAccess,Company,ADD_ACCESS",
        "entitlement/role/removeAccess,Company,REMOVE_ACCESS",
        "entitlement/subscription/addAccess,Subscription,ADD_ACCESS",
        "entitlement/segment/addAccess,Segment,ADD_ACCESS"
    })
    void knowsATypeByTheBridgesNameAndByTheContracts(String path, String type, Operation operation) {
        NewRequest asked = read("PUT", path, "{\"accountID\":\"7\",\"entitlementID\":17}");

        assertThat(asked.operation()).isEqualTo(operation);
        assertThat(asked.entitlementType()).isEqualTo(type);
        assertThat(asked.entitlement()).isEqualTo("17");
        assertThat(asked.bindings())
                .hasToString("{\"account\":{\"accountID\":\"7\"},\"entitlementValue\":{\"entitlementID\":\"17\"}}");
    }

    @Test
    void takesAnEntitlementByItsValueWhereItHasNoId() {
        NewRequest asked = read(
                "PUT",
                "entitlement/tag/addAccess",
                "{\"account\":{\"accountID\":\"7\"},\"entitlementValue\":{\"entitlement_value\":\"VIP\",\"entitlementID\":\"\"}}");

        assertThat(asked.entitlement()).isEqualTo("VIP");
        assertThat(asked.bindings().at("/entitlementValue/entitlement_value").asText())
                .isEqualTo("VIP");
    }

    @Test
    void makesRenamesAndDeletesEntitlements() {
        NewRequest made = read("POST", "createEntitlement/tag", "{\"entitlement_value\":\"VIP\"}");
        NewRequest renamed = read("PATCH", "updateEntitlement/tag/17", "{\"entitlement_value\":\"Very important\"}");
        NewRequest deleted = read("DELETE", "deleteEntitlement/company/c1", "");

        assertThat(made.operation()).isEqualTo(Operation.CREATE_ENTITLEMENT);
        assertThat(made.entitlement()).isEqualTo("VIP");
        assertThat(renamed.operation()).isEqualTo(Operation.UPDATE_ENTITLEMENT);
        assertThat(renamed.entitlement()).isEqualTo("17");
        assertThat(renamed.bindings())
                .hasToString("{\"entitlementValue\":{\"entitlement_value\":\"Very important\","
                        + "\"updatedentitlement_value\":\"Very important\",\"entitlementID\":\"17\"}}");
        assertThat(deleted.operation()).isEqualTo(Operation.DELETE_ENTITLEMENT);
        assertThat(deleted.entitlementType()).isEqualTo("Company");
    }

    @Test
    void prefersTheKeyOfTheHeaderToTheTasks() {
        Request call = call("DELETE", "removeAccount/7", "{\"task\":{\"taskKey\":\"99\"}}");

        assertThat(submissions.read(call, "abc", null).key()).isEqualTo("abc");
        assertThat(submissions.read(call, null, null).key()).isEqualTo("99");
    }

    @Test
    void takesEveryCallWithoutAKeyForARequestOfItsOwn() {
        String first = read("DELETE", "removeAccount/7", "").key();

        assertThat(read("DELETE", "removeAccount/7", "").key()).isNotEqualTo(first);
    }

    @Test
    void triesAgainByItselfOnlyForThoseWhoAskForTheOutcomeLater() {
        Request call = call("DELETE", "removeAccount/7", "");

        assertThat(submissions.read(call, "k", null).owner()).isEqualTo(RetryOwner.CALLER);
        assertThat(submissions.read(call, "k", "wait=5").owner()).isEqualTo(RetryOwner.CALLER);
        assertThat(submissions.read(call, "k", "wait=5, Respond-Async").owner()).isEqualTo(RetryOwner.BRIDGE);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> submissions.read(
                        call("PUT", "entitlement/tag/addAccess?x=1", "{\"acountID\":\"7\",\"account\":{}}"), " ", null))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("5 things are wrong: (1) This path takes no query parameters")
                .hasMessageContaining("(2) The header 'Idempotency-Key'")
                .hasMessageContaining("'acountID' is unknown")
                .hasMessageContaining("give its id as 'account.accountID'")
                .hasMessageContaining("give its id as 'entitlementValue.entitlementID'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | POST | createAccount | {} | The body is empty",
                "400 | POST | createAccount | {\"task\":{\"taskid\":1}} | Nothing is told about the account",
                "400 | POST | createAccount | [1] | not an object",
                "400 | POST | createAccount | {nonsense | well-formed JSON at line 1",
                "400 | POST | createAccount | {\"email\":\"a\",\"password\":\"p\"} | 'password' is not taken",
                "400 | POST | createAccount | {\"email\":\"a\",\"custom_attributes\":{\"apiToken\":\"t\"}} | 'custom_attributes' is not taken, or holds",
                "400 | POST | createEntitlement/tag | {\"entitlement_value\":\"a\",\"Secret\":\"t\"} | 'Secret' is not taken",
                "400 | POST | createAccount | {\"user\":{},\"acount\":{}} | did you mean 'account'?",
                "400 | POST | createAccount | {\"user\":{\"a\":1},\"task\":7} | 'task' is no object",
                "400 | PATCH | updateAccount/7 | {\"status\":\"maybe\"} | Enabled, Active or true",
                "400 | PATCH | updateAccount/7 | {\"status\":\"0\",\"email\":\"a\"} | 'status' goes alone",
                "400 | PATCH | updateAccount/7 | {\"accountID\":\"8\",\"email\":\"a\"} | more than one account",
                "400 | DELETE | removeAccount/7 | {\"email\":\"a\"} | unknown key: allowed are accountID",
                "400 | PUT | entitlement/tag/addAccess | {\"accountID\":\"7\"} | The entitlement is missing",
                "400 | PATCH | updateEntitlement/tag/17 | {} | The entitlement's name is missing",
                "400 | DELETE | removeAccount/%zz | '' | percent-encoded",
                "400 | DELETE | removeAccount/a%00b | '' | control character",
                "404 | PUT | entitlement/team/addAccess | {} | contacts has: tag, group, company, role",
                "405 | GET | createAccount | '' | use POST or PUT",
                "405 | DELETE | updateAccount/7 | '' | use PATCH or PUT or POST"
            })
    void saysWhatIsWrongAndWhatIsAllowed(int status, String method, String path, String body, String says) {
        assertRefused(status, method, path, body, says);
    }

    @Test
    void refusesAnUnknownEndpoint() {
        Request call = new Request("POST", "/people/api/v1/createAccount", "", "", "", "{}");

        assertThatThrownBy(() -> submissions.read(call, null, null)).hasMessageContaining("teammates, contacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "a b", ""})
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> submissions.read(call("DELETE", "removeAccount/7", ""), key, null))
                .hasMessageContaining("visible ASCII");
        assertThatThrownBy(() -> submissions.read(call("DELETE", "removeAccount/7", ""), "k".repeat(201), null))
                .hasMessageContaining("1 to 200");
    }

    @Test
    void refusesABodyThatTheJournalCouldNotKeep() {
        assertRefused(413, "POST", "createAccount", "{\"a\":\"" + "x".repeat(900_000) + "\"}", "900000 characters");
        assertRefused(400, "DELETE", "removeAccount/" + "7".repeat(256), "", "longer than 255 characters");
    }
}
