package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types commands beside a bridge that runs, and into what goes wrong: each in a process of its own. */
class ProgramTest {
    @TempDir
    private static Path shared;

    private static IntercomSandbox sandbox;
    private static Home beside;
    private static Child bridge;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(300));
        beside = Home.in(shared, settings(shared));
        bridge = beside.start("run").whenSaid("The bridge is ready", 1);
    }

    @AfterAll
    static void end() {
        bridge.close();
        sandbox.close();
    }

    private static Map<String, String> settings(Path folder) {
        return new TreeMap<>(Map.of(
                "intercom.url",
                sandbox.url().toString(),
                "intercom.access-token",
                "a-token",
                "intercom.redelivery-delay",
                "5",
                "bridge.port",
                Integer.toString(TestBed.freePort()),
                "bridge.management-port",
                Integer.toString(TestBed.freePort()),
                "bridge.api-token",
                TestBed.API_TOKEN,
                "directory.url",
                "jdbc:h2:file:" + folder.resolve("directory")));
    }

    private Home alone() {
        return Home.in(folder, settings(folder));
    }

    @Test
    void commandsBesideABridgeGoOverItsApi() {
        Child imported = ends(0, beside, "import", "contacts", "--report", "json");
        assertThat(imported.out()).contains("\"outcome\":\"complete\"", "\"read\":300");
        assertThat(ends(0, beside, "import", "status").out()).contains("contacts", "complete");
        assertThat(ends(0, beside, "dead-letters", "list").out()).isNotEmpty();
        assertThat(ends(0, beside, "mapping", "show", "contacts").out()).contains("CUSTOMPROPERTY");
    }

    @Test
    void aCommandWithAnotherTokenIsToldWhichSettingToCorrect() {
        Child refused = ends(1, beside.with("bridge.api-token", "another-token-of-16-letters"), "import", "status");

        assertThat(refused.err()).contains("with another token", "bridge.api-token");
    }

    @Test
    void aFormMakesNoFolderForFilesWhereTheProgramWasStarted() throws Exception {
        String login = "http://127.0.0.1:" + beside.settings().get("bridge.port") + "/contacts/api/v1/login";
        HttpRequest form = HttpRequest.newBuilder(URI.create(login))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("client_secret=" + TestBed.API_TOKEN))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(form, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(shared.resolve("file-uploads")).doesNotExist();
    }

    @Test
    void aSecondBridgeIsToldOfTheFirst() {
        assertThat(ends(1, beside, "run").err()).contains("another program has it open");
        Home elsewhere = beside.with("directory.url", "jdbc:h2:file:" + folder.resolve("other"));
        assertThat(ends(1, elsewhere, "run").err()).contains("\"bridge.port\" cannot be listened on", "already in use");
    }

    @Test
    void aDatabaseThatNoBridgeHoldsOpenIsNamed() throws IOException {
        Home home = alone();
        try (ServerSocket noBridge = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            noBridge.close();
            Home locked = home.with("directory.url", beside.settings().get("directory.url"));
            assertThat(ends(1, locked, "import", "contacts").err())
                    .contains("\"directory.url\"", "another program has it open");
        }
    }

    @Test
    void aRouteThatCannotBeReadIsToldWithFileAndLine() throws IOException {
        Home home = alone();
        Path route = folder.resolve("routes/import.camel.yaml");
        Files.writeString(
                route,
                Files.readString(route).replaceFirst("- setVariable: \\{ name: run", "- setVariabel: { name: run"));

        Child refused = ends(1, home, "import", "contacts");
        assertThat(refused.err()).contains("import.camel.yaml").containsPattern("line \\d+|yaml:\\d+");
    }

    @Test
    void aMissingTokenIsAskedForByItsKey() {
        assertThat(ends(1, alone().with("intercom.access-token", ""), "import", "contacts")
                        .err())
                .contains("intercom.access-token", "INTERCOM_ACCESS_TOKEN");
    }

    @Test
    void aBridgeWithoutATokenForItsCallersSaysHowToMakeOne() {
        assertThat(ends(1, alone().with("bridge.api-token", ""), "run").err())
                .contains("\"bridge.api-token\" is missing", "openssl rand -hex 32", "BRIDGE_API_TOKEN");
    }

    @Test
    void anAddressWhereNobodyAnswersIsNamedWithItsKey() {
        Home home = alone().with("intercom.url", "http://127.0.0.1:" + TestBed.freePort());

        assertThat(ends(1, home, "import", "teammates").said()).contains("intercom.url");
    }

    @Test
    void theTokenOfAnotherWorkspaceIsRefused() throws Exception {
        Home home = alone();
        ends(0, home, "import", "teammates");
        String url = home.settings().get("directory.url");
        try (var directory =
                io.eicbridge.store.Store.open(new io.eicbridge.store.StoreSettings(url, "eicbridge", ""))) {
            directory.inTransaction(handle -> handle.execute("update endpoints set workspace = 'another'"));
        }

        Child refused = ends(1, home, "import", "teammates");
        assertThat(refused.said()).contains("workspace \"another\"", "nothing was imported");
    }

    @Test
    void aMistypedWordIsAnsweredWithTheNearestOne() {
        assertThat(ends(2, beside, "import", "contcats").err()).contains("contacts");
        assertThat(ends(2, beside, "improt").err()).contains("import");
    }

    private static Child ends(int code, Home home, String... arguments) {
        try (Child child = home.start(arguments)) {
            assertThat(child.ended()).as(child::said).isEqualTo(code);
            assertThat(child.lines("^\\s+at ")).as("stack traces").isEmpty();
            return child;
        }
    }
}
