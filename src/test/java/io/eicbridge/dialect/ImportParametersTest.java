package io.eicbridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportParametersTest {
    @TempDir
    Path folder;

    private static final String GOOD = """
            {
              "accountParams": {
                "processingType": "SequentialAndIterative",
                "doNotChangeIfFailed": true,
                "statusAndThresholdConfig": {
                  "statusColumn": "customproperty11",
                  "activeStatus": ["Enabled"],
                  "inactiveStatus": ["Disabled"],
                  "accountThresholdValue": 7,
                  "entThresholdValue": {"entType": {"Tag": {"ent": "3"}}}
                },
                "call": {"call1": {"keyField": "accountID", "colsToPropsMap": {
                  "accountID": "id~#~char",
                  "CUSTOMPROPERTY1": "seen~#~epochdate",
                  "customproperty2": "name~#~char"
                }}}
              },
              "entitlementParams": {
                "processingType": "SequentialAndIterative",
                "doNotChangeIfFailed": true,
                "entTypes": {
                  "Later": {"entTypeOrder": 2, "call": {"call1": {"keyField": "entitlementID", "colsToPropsMap": {"entitlementID": "id~#~char", "entitlement_value": "id~#~char"}}}},
                  "Tag": {"entTypeOrder": 1, "entTypeLabels": {"customproperty1": "Colour"}, "call": {"call1": {"keyField": "entitlementID", "colsToPropsMap": {
                    "entitlementID": "id~#~char", "entitlement_value": "name~#~char", "customproperty1": "colour~#~char"}}}}
                }
              },
              "eicBridge": {
                "accounts": {"volatileColumns": ["customproperty1"], "removals": {"percent": 10}, "creations": {"value": 100, "percent": 50}},
                "entitlements": {"Tag": {"creations": {"value": 5}}},
                "memberships": {"Tag": {"removals": {"value": 20, "percent": 5}}}
              }
            }
            """;

    @Test
    void readsLimitsFromEicsKeysAndFromTheExtensions() throws IOException {
        Thresholds thresholds = read(GOOD).thresholds();

        assertThat(thresholds.accountRemovals()).isEqualTo(new Limit(7, 10));
        assertThat(thresholds.accountCreations()).isEqualTo(new Limit(100, 50));
        assertThat(thresholds.entitlementRemovals())
                .containsEntry("Tag", new Limit(3, null))
                .containsEntry("Later", Limit.NONE);
        assertThat(thresholds.entitlementCreations()).containsEntry("Tag", new Limit(5, null));
        assertThat(thresholds.membershipRemovals()).containsEntry("Tag", new Limit(20, 5));
        assertThat(thresholds.membershipCreations()).containsEntry("Tag", Limit.NONE);
    }

    @Test
    void ordersEntitlementTypesAndKeepsTheirLabels() throws IOException {
        ImportParameters parameters = read(GOOD);

        assertThat(parameters.entitlementTypes()).containsExactly("Tag", "Later");
        assertThat(parameters.entitlements("Tag").orElseThrow().columns())
                .contains(new ColumnMapping("CUSTOMPROPERTY1", "colour", "char", false, "Colour"));
        assertThat(parameters.entitlements("Team")).isEmpty();
    }

    @Test
    void marksVolatileColumns() throws IOException {
        assertThat(read(GOOD).accounts().columns())
                .contains(new ColumnMapping("CUSTOMPROPERTY1", "seen", "epochdate", true, ""))
                .contains(new ColumnMapping("CUSTOMPROPERTY2", "name", "char", false, ""));
    }

    @Test
    void writesTheFirstOfTheStatusTexts() throws IOException {
        StatusRule rule =
                read(GOOD.replace("[\"Enabled\"]", "[\"on\", \"Enabled\", 1]")).status();

        assertThat(rule.column()).isEqualTo("CUSTOMPROPERTY11");
        assertThat(rule.text(true)).isEqualTo("on");
        assertThat(rule.text(false)).isEqualTo("Disabled");
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheLines() throws IOException {
        List<Problem> problems = problems(GOOD.replace("\"doNotChangeIfFailed\"", "\"doNotChangeIfFaild\"")
                .replace("\"seen~#~epochdate\"", "\"seen~#~epochdat\"")
                .replace("{\"percent\": 10}", "{\"percent\": -1}"));

        assertThat(problems).extracting(Problem::line).isSorted();
        assertThat(problems)
                .extracting(Problem::pointer)
                .containsExactly(
                        "/accountParams",
                        "/accountParams/doNotChangeIfFaild",
                        "/accountParams/call/call1/colsToPropsMap/CUSTOMPROPERTY1",
                        "/entitlementParams",
                        "/entitlementParams/doNotChangeIfFaild",
                        "/eicBridge/accounts/volatileColumns/0",
                        "/eicBridge/accounts/removals/percent");
    }

    @Test
    void tellsFileLineColumnKeyAndTheNearestKnownKey() throws IOException {
        assertThat(problems(GOOD.replace("\"activeStatus\"", "\"activStatus\"")).stream()
                        .map(Problem::toString))
                .anyMatch(
                        text -> text.startsWith(
                                folder.resolve("file.json") + ":7:7 /accountParams/statusAndThresholdConfig/activStatus"
                                        + " unknown key \"activStatus\", did you mean \"activeStatus\"? Allowed in statusAndThresholdConfig: statusColumn, activeStatus"));
    }

    @Test
    void refusesKeysThatEicKnowsAndTheBridgeDoesNotActOn() throws IOException {
        String call = "\"keyField\": \"accountID\", ";
        assertThat(message(GOOD.replace(call, call + "\"http\": {}, ")))
                .isEqualTo(
                        "\"http\" is known to EIC, but the bridge does not act on it: the bridge's routes make the calls and walk through all pages. Remove it");
        assertThat(message(GOOD.replace(call, call + "\"disableDeletedAccounts\": true, ")))
                .contains("absence is decided by statusAndThresholdConfig");
        assertThat(message(GOOD.replace(
                        "\"accountThresholdValue\": 7,",
                        "\"accountThresholdValue\": 7, \"lockedStatusColumn\": \"x\",")))
                .contains("known to EIC");
        assertThat(message(GOOD.replace("\"eicBridge\"", "\"acctEntParams\": {}, \"eicBridge\"")))
                .contains("known to EIC");
        assertThat(message(GOOD.replace("{\"percent\": 10}", "{\"value\": 3}"))).contains("accountThresholdValue");
    }

    @Test
    void verifiesKeysThatSayWhatTheBridgeDoes() throws IOException {
        assertThat(message(GOOD.replaceFirst("IfFailed\": true", "IfFailed\": false")))
                .isEqualTo("must be true, found false: the bridge never acts on a failed read");
        assertThat(message(GOOD.replaceFirst("SequentialAndIterative", "Parallel")))
                .contains("must be \"SequentialAndIterative\"");
        assertThat(message(GOOD.replace(
                        "\"statusColumn\": \"customproperty11\"", "\"statusColumn\": \"customproperty9\"")))
                .contains("must be \"customproperty11\"");
        assertThat(message(GOOD.replace("\"keyField\": \"accountID\"", "\"keyField\": \"name\"")))
                .contains("must be \"accountID\"");
        assertThat(message(GOOD.replace(
                        "\"keyField\": \"accountID\"", "\"keyField\": \"accountID\", \"listField\": \"data\"")))
                .contains("must be \"\"");
        assertThat(message(GOOD.replace(
                        "\"keyField\": \"accountID\"",
                        "\"keyField\": \"accountID\", \"statusConfig\": {\"active\": \"1\"}")))
                .contains("must be \"Enabled\"");
        assertThat(message(GOOD.replace(
                        "\"accountThresholdValue\": 7,",
                        "\"accountThresholdValue\": 7, \"inactivateAccountsNotInFile\": false,")))
                .contains("must be true");
        assertThat(message(GOOD.replaceFirst("\"processingType\"", "\"connection\": \"userAuth\", \"processingType\"")))
                .contains("must be \"intercom\"");
    }

    @Test
    void refusesColumnsThatAreUnknownReservedOrMappedTwice() throws IOException {
        assertThat(column("displaynam", "x~#~char"))
                .startsWith(
                        "unknown column \"displaynam\" of an account, did you mean \"DISPLAYNAME\"? Allowed: ACCOUNTCLASS,");
        assertThat(column("customproperty61", "x~#~char")).contains("customproperty1 to customproperty60");
        assertThat(column("name", "x~#~char"))
                .isEqualTo(
                        "column \"name\" cannot be mapped: the bridge itself names accounts, so that one record never changes another's name. Remove the line");
        assertThat(column("customproperty11", "x~#~char")).contains("the bridge itself writes the status");
        assertThat(column("customproperty31", "STORE#ACC#ENT#MAPPINGINFO~#~char"))
                .contains("EIC keeps the marker");
        assertThat(column("customProperty2", "x~#~char"))
                .isEqualTo("maps CUSTOMPROPERTY2 a second time. Keep one line");
    }

    @Test
    void refusesSourcesThatCannotBeRead() throws IOException {
        assertThat(column("comments", "just a path"))
                .startsWith(
                        "must be \"<path>~#~<type>\" with a type of [char, date, bool, epochdate], found \"just a path\"");
        assertThat(column("comments", "a~#~chr"))
                .isEqualTo("unknown type \"chr\", did you mean \"char\"? Allowed: char, date, bool, epochdate");
        assertThat(column("comments", "a..b~#~char")).contains("is no step of a path");
        assertThat(column("comments", "a[x]~#~char")).contains("is no step of a path");
        assertThat(column("comments", "STORE#ACC#ENT#MAPPINGINFO~#~char")).contains("marker for memberships");
        assertThat(column("lastlogondate", "seen~#~char"))
                .isEqualTo("column LASTLOGONDATE takes a date, found type \"char\". Use date or epochdate");
        assertThat(column("comments", "#CONST#${user.name}~#~char"))
                .isEqualTo("reads user: an import binds only response, the record");
        assertThat(column("comments", "#CONST#${response.a.execute()}~#~char"))
                .startsWith("line 1, column 14 after #CONST#: the method execute is not allowed");
        assertThat(column("comments", "#CONST#${response.a~#~char"))
                .isEqualTo("line 1, column 1 after #CONST#: ${ is never closed. Add the missing } or quote");
    }

    @Test
    void refusesWhatIsMissing() throws IOException {
        assertThat(problems("{}")).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("\"accountParams\" is missing. Add how accounts are mapped"));
        assertThat(message(GOOD.replace("\"accountID\": \"id~#~char\",", ""))).contains("maps no accountID");
        assertThat(message(GOOD.replace(", \"entitlement_value\": \"name~#~char\"", "")))
                .contains("maps no entitlement_value");
        assertThat(message(GOOD.replace("\"statusColumn\": \"customproperty11\",", "")))
                .contains("\"statusColumn\" is missing");
        assertThat(message(GOOD.replace("[\"Enabled\"]", "[\"Disabled\"]"))).contains("cannot tell them apart");
        assertThat(message(GOOD.replace("[\"Enabled\"]", "[]"))).contains("needs one text at least");
    }

    @Test
    void refusesASecondCallAndUnknownTypesAndColumnsOfTheExtensions() throws IOException {
        assertThat(
                        message(
                                GOOD.replace(
                                        "\"call\": {\"call1\": {\"keyField\": \"accountID\"",
                                        "\"call\": {\"call0\": {\"keyField\": \"accountID\", \"colsToPropsMap\": {\"accountID\": \"id~#~char\",\"CUSTOMPROPERTY1\":\"a~#~char\"}}, \"call1\": {\"keyField\": \"accountID\"")))
                .contains("is a second call");
        assertThat(message(GOOD.replace("\"memberships\": {\"Tag\"", "\"memberships\": {\"Tags\"")))
                .startsWith("unknown entitlement type \"Tags\", did you mean \"Tag\"?");
        assertThat(message(GOOD.replace("[\"customproperty1\"]", "[\"customproperty3\"]")))
                .startsWith("names column \"customproperty3\", which colsToPropsMap does not map");
        assertThat(message(GOOD.replace("[\"customproperty1\"]", "[\"accountid\"]")))
                .contains("cannot be volatile");
    }

    @Test
    void refusesKeysThatStandTwice() throws IOException {
        assertThat(message(GOOD.replace("\"customproperty2\":", "\"CUSTOMPROPERTY1\":")))
                .startsWith("stands twice, first in line 14");
    }

    @Test
    void tellsWhereAFileIsNotJson() throws IOException {
        Problem problem = problems(GOOD.replace("true,", "true")).get(0);

        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message()).startsWith("is not JSON here: ");
        assertThat(problems("").get(0).message()).startsWith("must be an object with globalSettings");
        assertThat(problems(GOOD + "x")).isNotEmpty();
    }

    @Test
    void refusesAFileThatIsNestedWithoutEnd() throws IOException {
        assertThat(problems("[".repeat(5000)).get(0).message()).startsWith("goes beyond what JSON may hold here: ");
    }

    @Test
    void readsAFileThatAnEditorMarkedAsUtf8() throws IOException {
        assertThat(read("\uFEFF" + GOOD).accounts().columns()).isNotEmpty();
    }

    @Test
    void tellsAFileThatIsNotThere() {
        InvalidParameters refusal = catchThrowableOfType(
                InvalidParameters.class, () -> ImportParameters.read(folder.resolve("nowhere.json")));

        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.toString())
                                .isEqualTo(
                                        folder.resolve("nowhere.json")
                                                + " cannot be read (NoSuchFileException). Put the file there, readable for the bridge and encoded in UTF-8"));
    }

    private String column(String name, String source) throws IOException {
        return message(
                GOOD.replace("\"CUSTOMPROPERTY1\":", "\"" + name + "\": \"" + source + "\", \"CUSTOMPROPERTY1\":"));
    }

    private String message(String json) throws IOException {
        return problems(json).stream()
                .map(Problem::message)
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
    }

    private List<Problem> problems(String json) throws IOException {
        return catchThrowableOfType(InvalidParameters.class, () -> read(json)).problems();
    }

    private ImportParameters read(String json) throws IOException {
        return ImportParameters.read(Files.writeString(folder.resolve("file.json"), json));
    }
}
