package io.eicbridge.dialect.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eicbridge.dialect.InvalidParameters;
import io.eicbridge.dialect.Problem;
import io.eicbridge.failure.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author of parameters is told, before anything is sent. */
class ParameterErrorsTest {
    private static final String GOOD = """
            {
              "accountIdPath": "call1.message.id",
              "call": [
                {
                  "name": "call1",
                  "url": "${connection.url}/contacts",
                  "httpMethod": "POST",
                  "httpParams": {"email": "${user.email}"},
                  "httpHeaders": {"Accept": "application/json"},
                  "httpContentType": "application/json",
                  "successResponses": {"statusCode": [200]}
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void tellsFilePlacePointerAndReason() throws IOException {
        Path file = write("CreateAccountJSON", GOOD.replace("user.email", "user.email.execute()"));

        assertThat(problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith(
                        file
                                + ":8:22 /call/0/httpParams/email line 1, column 14 of its text: the method execute is not allowed");
    }

    @Test
    void tellsAllProblemsOfAllFilesOfAllFoldersAtOnce() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        Files.writeString(
                one.resolve("CreateAccountJSON.json"),
                GOOD.replace("\"POST\"", "\"post\"").replace("user.", "usr."));
        Files.writeString(one.resolve("RemoveAccountJSON.json"), "{\"call\": [");
        Files.writeString(two.resolve("CreateAcountJSON.json"), GOOD);
        Files.writeString(two.resolve("ImportAccountEntJSON.json"), "{\"accountParam\": {}}");

        InvalidParameters invalid = catchThrowableOfType(
                InvalidParameters.class, () -> ConnectionParameters.readAll(List.of(one, two), java.util.Map.of()));

        assertThat(invalid.problems())
                .extracting(problem -> Path.of(problem.file()).getFileName() + " " + problem.pointer())
                .containsExactly(
                        "CreateAccountJSON.json /call/0/httpMethod",
                        "CreateAccountJSON.json /call/0/httpParams/email",
                        "RemoveAccountJSON.json ",
                        "ImportAccountEntJSON.json ",
                        "ImportAccountEntJSON.json /accountParam",
                        "CreateAcountJSON.json ");
        assertThat(invalid.problems().get(5).message())
                .isEqualTo(
                        "is no connection parameter of EIC, did you mean \"CreateAccountJSON\"? Rename or remove the file");
    }

    @Test
    void refusesUnknownAndMisplacedKeys() throws IOException {
        assertThat(message(GOOD.replace("\"successResponses\"", "\"SuccessResponses\"")))
                .startsWith(
                        "unknown key \"SuccessResponses\", did you mean \"successResponses\"? Allowed in a call: name,");
        assertThat(message(GOOD.replace("\"name\"", "\"ticketidPath\": \"id\", \"name\"")))
                .startsWith("unknown key \"ticketidPath\"");
        assertThat(message(GOOD.replace("\"name\"", "\"pagination\": {}, \"name\"")))
                .isEqualTo(
                        "\"pagination\" is known to EIC, but the bridge does not act on it: only imports walk through pages. Remove it");
        assertThat(message(GOOD.replace("\"name\"", "\"showResponse\": false, \"name\"")))
                .isEqualTo("must be true, found false: the audit trail keeps every answer");
        assertThat(message("AddAccessJSON", GOOD)).contains("only parameters of accounts tell columns of accounts");
        assertThat(message("ChangePassJSON", GOOD))
                .isEqualTo("is known to EIC, but the bridge does not act on it. Empty or remove the file");
    }

    @Test
    void refusesWhatNothingBinds() throws IOException {
        assertThat(message(GOOD.replace("user.email", "usr.email")))
                .startsWith("reads \"usr\", which nothing binds, did you mean \"user\"? Known: user, userManager,");
        assertThat(message(GOOD.replace("user.email", "access_token")))
                .isEqualTo(
                        "reads access_token: the bridge itself adds the token, which goes nowhere but into the header Authorization");
        assertThat(message(GOOD.replace("user.email", "response.cal1.message.id")))
                .isEqualTo(
                        "reads the answer of \"cal1\", which is no call of this parameter, did you mean \"call1\"? Calls: call1");
        assertThat(message(
                        GOOD.replace("call1.message.id", "call2.x.message.id").replace("call2.x", "create")))
                .isEqualTo("begins with \"create\", which is no call of this parameter. Calls: call1");
        assertThat(message(GOOD.replace("/contacts", "/contacts/@@HOST@@")))
                .isEqualTo("still holds the placeholder \"@@HOST@@\". Put the real value there");
        assertThat(message(GOOD.replace("/contacts", "/contacts/{appId}")))
                .isEqualTo("has {, } or # outside of an expression. Write values as ${…}, others percent-encoded");
    }

    @Test
    void refusesTokensInParameters() throws IOException {
        assertThat(message(GOOD.replace("\"Accept\": \"application/json\"", "\"authorization\": \"Bearer abc\"")))
                .isEqualTo("must be \"${access_token}\": tokens stand in the settings, never in a parameter");
        assertThat(message(GOOD.replace("\"Accept\":", "\"Bad header\":")))
                .isEqualTo("\"Bad header\" is no name of a header");
    }

    @Test
    void refusesBodiesThatCannotBecomeJson() throws IOException {
        String object = "{\"email\": \"${user.email}\"}";
        assertThat(message(GOOD.replace(object, "\"{\\\"a\\\": \\\"${user.email}\\\"\"")))
                .startsWith("is a text that must be JSON, and is not: ")
                .endsWith(". Mend quotes, commas and braces");
        assertThat(message(GOOD.replace(object, "\"{\\\"a\\\": \\\"${user.email\\\"}\"")))
                .isEqualTo("line 1, column 8 of its text: ${ is never closed. Add the missing } or quote");
        assertThat(message(GOOD.replace(object, "\"{\\\"a\\\": 1, \\\"a\\\": 2}\"")))
                .contains("Duplicate");
        assertThat(message(GOOD.replace(object, "7")))
                .startsWith("must be an object, a list or a text that holds JSON, found 7");
        assertThat(message(GOOD.replace("\"email\": \"${", "\"${user.x}\": \"${")))
                .isEqualTo("has an expression in its name. Only values can hold expressions");
        assertThat(message(GOOD.replace("\"POST\"", "\"GET\"").replace(object, "[1]")))
                .isEqualTo("must be an object of names and values, as a form or a query takes it");
    }

    @Test
    void refusesRulesThatNoAnswerCouldMeet() throws IOException {
        String rule = "{\"statusCode\": [200]}";
        assertThat(message(GOOD.replace(rule, "{\"statusCode\": []}")))
                .isEqualTo("must be a value or a list of values, found a list");
        assertThat(message(GOOD.replace(rule, "{\"statusCode\": [20]}")))
                .isEqualTo("\"20\" is no HTTP status: they go from 100 to 599");
        assertThat(message(GOOD.replace(rule, "[200]")))
                .startsWith("must be an object such as {\"statusCode\": [200]}, found 200");
        assertThat(message(GOOD.replace(rule, "{\"a..b\": [1]}"))).contains("is no step of a path");
    }

    @Test
    void refusesCallsThatAreNotWhole() throws IOException {
        assertThat(message("{\"call\": []}"))
                .startsWith("must be a list of calls, or an object of calls by name, with one at least");
        assertThat(message("{\"dateFormat\": \"yyyy\"}")).startsWith("\"call\" is missing. Add");
        assertThat(message(GOOD.replace("\"url\": \"${connection.url}/contacts\",", "")))
                .startsWith("\"url\" is missing. Add");
        assertThat(message(GOOD.replace("\"name\": \"call1\",", "")
                        .replace("\"accountIdPath\": \"call1.message.id\",", "")))
                .startsWith("has no name. Add \"name\": \"call1\"");
        assertThat(message(GOOD.replace("\"httpMethod\": \"POST\"", "\"httpMethod\": \"GETWITHBODY\"")))
                .isEqualTo("must be one of GET, POST, PUT, PATCH, DELETE, found \"GETWITHBODY\"");
        assertThat(message(GOOD.replace(
                        "\"httpContentType\": \"application/json\"", "\"httpContentType\": \"multipart/form-data\"")))
                .startsWith(
                        "must be one of application/json, application/scim+json, application/x-www-form-urlencoded, found");
    }

    @Test
    void refusesAccessCallsThatNoTypeWouldEverRun() throws IOException {
        Files.copy(
                Path.of("connections/contacts/ImportAccountEntJSON.json"), folder.resolve("ImportAccountEntJSON.json"));

        assertThat(message(
                        "AddAccessJSON",
                        GOOD.replace("\"accountIdPath\": \"call1.message.id\",", "")
                                .replace("call1", "Tags")))
                .isEqualTo(
                        "is called \"Tags\", but only calls that are named as an entitlement type are ever made, did you mean \"Tag\"?"
                                + " Types of ImportAccountEntJSON: Tag, Company, Subscription, Segment");
    }

    @Test
    void comparesConnectionsWithThoseOfConnectionJson() throws IOException {
        write("ConnectionJSON", "{\"authentications\": {\"acctAuth\": {\"authType\": \"Basic\"}}}");

        assertThat(message(GOOD.replace("\"name\"", "\"connection\": \"acctAut\", \"name\"")))
                .isEqualTo(
                        "names connection \"acctAut\", which ConnectionJSON does not have, did you mean \"acctAuth\"? It has acctAuth");
    }

    @Test
    void tellsWhichSettingsStandForConfigJson() throws IOException {
        write("ConfigJSON", """
                {"showLogs": true, "connectionTimeoutConfig": {"connectionTimeout": 10, "retryCount": 3}}""");

        assertThat(problems())
                .extracting(Problem::pointer)
                .containsExactly(
                        "/showLogs",
                        "/connectionTimeoutConfig/connectionTimeout",
                        "/connectionTimeoutConfig/retryCount");
    }

    @Test
    void anEmptyFileOfAnExportedPackageIsNoParameter() throws IOException {
        write("CreateAccountJSON", "\n");
        write("RemoveAccountJSON", "{}");
        ConnectionParameters parameters = ConnectionParameters.read(folder);

        assertThat(parameters.find("CreateAccountJSON")).isEmpty();
        assertThatThrownBy(() -> parameters.parameter("RemoveAccountJSON"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(
                        "has no RemoveAccountJSON, so that this operation sends nothing. Add RemoveAccountJSON.json");
    }

    private String message(String json) throws IOException {
        return message("CreateAccountJSON", json);
    }

    private String message(String name, String json) throws IOException {
        Path file = write(name, json);
        String message = problems().get(0).message();
        Files.delete(file);
        return message;
    }

    private List<Problem> problems() {
        return catchThrowableOfType(InvalidParameters.class, () -> ConnectionParameters.read(folder))
                .problems();
    }

    private Path write(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name + ".json"), json);
    }
}
