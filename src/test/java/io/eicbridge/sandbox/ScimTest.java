package io.eicbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Features;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test provisions a teammate of its own. */
class ScimTest {
    private static final String USERS = "/scim/v2/Users";
    private static IntercomSandbox sandbox;
    private static Client api;
    private static Client scim;

    @BeforeAll
    static void start() throws Exception {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withContacts(10)
                .withCallsPerWindow(1_000_000)
                .withToken("api")
                .withScimToken("scim"));
        api = new Client(sandbox).token("api");
        scim = new Client(sandbox).token("scim");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Client.Answer create(String email) throws Exception {
        return scim.post(
                USERS,
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + email
                        + "\",\"externalId\":\"hr-7\",\"name\":{\"givenName\":\"Ada\",\"familyName\":\"Byron\"},"
                        + "\"title\":\"Engineer\",\"emails\":[{\"value\":\"" + email
                        + "\",\"primary\":true}],\"active\":true}");
    }

    private static Client.Answer filtered(String filter) throws Exception {
        return scim.get(USERS + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private static Client.Answer patch(String id, String operations) throws Exception {
        return scim.send("PATCH", USERS + "/" + id, "{\"Operations\":[" + operations + "]}");
    }

    private static String logged(String type) throws Exception {
        return api.post("/admins/activity_logs/search", "{\"created_at_after\":1,\"event_types\":[\"" + type + "\"]}")
                .text();
    }

    @Test
    void invitesWhomItCreatesUntilTheyJoin() throws Exception {
        Client.Answer made = create("ada@example.com");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Content-Type")).isEqualTo("application/scim+json");
        assertThat(made.at("/name/familyName").asText()).isEqualTo("Byron");
        assertThat(made.at("/title").asText()).isEqualTo("Engineer");
        assertThat(made.at("/externalId").asText()).isEqualTo("hr-7");
        assertThat(api.get("/admins").text()).doesNotContain("ada@example.com");
        assertThat(logged("admin_invite_creation")).contains("ada@example.com");
        assertThat(api.get("/sandbox/invitations").text()).contains("ada@example.com");
        assertThat(api.post("/sandbox/invitations/ADA@example.com/join", "").status())
                .isEqualTo(200);
        assertThat(api.get("/admins").texts("/admins", "email")).contains("ada@example.com");
        assertThat(logged("app_admin_join")).contains("ada@example.com");
        assertThat(filtered("userName eq \"Ada@Example.com\"").at("/Resources/0/id"))
                .isEqualTo(made.at("/id"));
    }

    @Test
    void refusesASecondUserOfOneAddressWhateverItsCase() throws Exception {
        create("twin@example.com");
        Client.Answer refused = create("TWIN@example.com");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/scimType").asText()).isEqualTo("uniqueness");
        assertThat(refused.at("/status").asText()).isEqualTo("409");
        assertThat(refused.at("/schemas/0").asText()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(create("teammate0@example.com").status()).isEqualTo(409);
    }

    @Test
    void filtersAndPagesThroughUsers() throws Exception {
        Client.Answer none = filtered("userName eq \"nobody@example.com\"");
        assertThat(none.at("/totalResults").asInt(-1)).isZero();
        assertThat(none.at("/schemas/0").asText()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        assertThat(filtered("emails.value eq \"teammate3@example.com\"")
                        .at("/totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(filtered("age gt 3").at("/scimType").asText()).isEqualTo("invalidFilter");
        Client.Answer page = scim.get(USERS + "?startIndex=3&count=4");
        assertThat(page.at("/Resources")).hasSize(4);
        assertThat(page.at("/startIndex").asInt()).isEqualTo(3);
        assertThat(page.at("/totalResults").asInt()).isGreaterThanOrEqualTo(25);
    }

    @Test
    void replacesAndPatchesAUser() throws Exception {
        sandbox.features().set(Features.INSTANT_JOIN, true);
        String id = create("patch@example.com").at("/id").asText();
        sandbox.features().set(Features.INSTANT_JOIN, false);
        Client.Answer replaced = scim.send(
                "PUT", USERS + "/" + id, "{\"userName\":\"patched@example.com\",\"displayName\":\"Countess Ada\"}");
        assertThat(replaced.at("/name/formatted").asText()).isEqualTo("Countess Ada");
        assertThat(replaced.json().has("externalId")).isFalse();
        assertThat(api.get("/admins").text()).contains("patched@example.com").doesNotContain("patch@example.com");
        Client.Answer patched = patch(
                id,
                "{\"op\":\"Replace\",\"path\":\"name.givenName\",\"value\":\"Lady\"},"
                        + "{\"op\":\"add\",\"value\":{\"title\":\"Lead\"}},"
                        + "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"ada.b@example.com\"}");
        assertThat(patched.at("/displayName").asText()).isEqualTo("Lady Ada");
        assertThat(patched.at("/userName").asText()).isEqualTo("ada.b@example.com");
        assertThat(api.get("/admins").text()).contains("\"job_title\":\"Lead\"");
        assertThat(patch(id, "{\"op\":\"replace\",\"path\":\"shoeSize\",\"value\":7}")
                        .at("/scimType")
                        .asText())
                .isEqualTo("invalidPath");
        assertThat(patch(id, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"teammate1@example.com\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void hasNoInactiveUsersOnlyGoneOnes() throws Exception {
        String id = create("leaver@example.com").at("/id").asText();
        sandbox.invitations().join("leaver@example.com");
        Client.Answer gone = patch(id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"False\"}");
        assertThat(gone.at("/active").asBoolean(true)).isFalse();
        assertThat(scim.get(USERS + "/" + id).status()).isEqualTo(404);
        assertThat(api.get("/admins").text()).doesNotContain("leaver@example.com");
        assertThat(logged("admin_deprovisioned")).contains("leaver@example.com");
        String other = create("leaver@example.com").at("/id").asText();
        Client.Answer deleted = scim.send("DELETE", USERS + "/" + other, "");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(scim.send("DELETE", USERS + "/" + other, "").status()).isEqualTo(404);
        assertThat(api.get("/sandbox/invitations").text()).doesNotContain("leaver@example.com");
    }

    @Test
    void countsEveryTeammateItMadeOnce() throws Exception {
        int before = sandbox.effects().of("teammate_created");
        sandbox.faults()
                .add(Fault.of(FaultKind.DONE_STATUS).by("POST").on(USERS).times(1));
        Client.Answer lost = create("counted@example.com");
        assertThat(lost.status()).isEqualTo(504);
        assertThat(lost.at("/status").asText()).isEqualTo("504");
        assertThat(create("counted@example.com").status()).isEqualTo(409);
        assertThat(sandbox.effects().of("teammate_created")).isEqualTo(before + 1);
    }

    @Test
    void givesRolesByTheMembersOfGroups() throws Exception {
        String group = scim.get("/scim/v2/Groups?filter=displayName%20eq%20%22Sales%22")
                .at("/Resources/0/id")
                .asText();
        String id = create("seller@example.com").at("/id").asText();
        sandbox.invitations().join("seller@example.com");
        String path = "/scim/v2/Groups/" + group;
        String add = "{\"Operations\":[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}]}";
        assertThat(scim.send("PATCH", path, add).status()).isEqualTo(204);
        assertThat(scim.send("PATCH", path, add).status()).isEqualTo(204);
        assertThat(scim.get(path).texts("/members", "value")).contains(id);
        assertThat(role("seller@example.com")).isEqualTo("Sales");
        scim.send(
                "PATCH",
                path,
                "{\"Operations\":[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}]}");
        assertThat(role("seller@example.com")).isEmpty();
        assertThat(scim.send("PATCH", path, add.replace(id, "nobody")).status()).isEqualTo(404);
        assertThat(sandbox.effects().of("role_given")).isEqualTo(1);
        assertThat(sandbox.effects().of("role_given_again")).isEqualTo(1);
        assertThat(sandbox.effects().of("role_taken")).isEqualTo(1);
    }

    private static String role(String email) throws Exception {
        for (var admin : api.get("/admins").at("/admins")) {
            if (admin.path("email").asText().equals(email)) {
                return admin.at("/role/name").asText();
            }
        }
        throw new AssertionError(email);
    }

    @Test
    void takesATokenOfItsOwnAndTellsErrorsInItsOwnForm() throws Exception {
        Client.Answer refused = scim.token("api").get(USERS);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/schemas/0").asText()).endsWith("Error");
        assertThat(scim.post(USERS, "{").at("/scimType").asText()).isEqualTo("invalidSyntax");
        assertThat(scim.post(USERS, "{\"userName\":\"no address\"}")
                        .at("/scimType")
                        .asText())
                .isEqualTo("invalidValue");
        assertThat(scim.get(USERS).header("X-RateLimit-Limit")).isNull();
        assertThat(scim.get("/scim/v2/ServiceProviderConfig")
                        .at("/patch/supported")
                        .asBoolean())
                .isTrue();
    }
}
