package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that knows nothing of the bridge opens and follows its tickets through it, in a version whose states are texts. */
class PublishedPackageTest {
    private static final Path PACKAGE = Path.of("src/test/resources/provisioning/packages/saviynt");
    private static final Duration LAG = Duration.ofMinutes(3);
    private static ProvisioningBed bed;
    private static String type;
    private static String contact;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        for (String endpoint : List.of("teammates", "contacts")) {
            Path parameters = Files.createDirectories(folder.resolve(endpoint));
            copy(Path.of("connections", endpoint, "ImportAccountEntJSON.json"), parameters);
            copy(PACKAGE.resolve("CreateTicketJSON.json"), parameters);
            copy(PACKAGE.resolve("TicketStatusJSON.json"), parameters);
        }
        bed = ProvisioningBed.start(sandbox -> Map.of(
                "connections.folder", folder.toString(),
                "provisioning.foreign-packages", "teammates",
                "intercom.api-version", "2.11"));
        type = bed.made("/ticket_types", "{\"name\":\"Access\",\"category\":\"Back-office\"}")
                .path("id")
                .asText();
        for (String attribute : List.of("title", "description")) {
            bed.made(
                    "/ticket_types/" + type + "/attributes",
                    "{\"name\":\"" + attribute + "\",\"description\":\"\",\"data_type\":\"string\"}");
        }
        contact = bed.made("/contacts", "{\"external_id\":\"somebody\"}")
                .path("id")
                .asText();
        bed.sandbox().effects().reset();
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static NewRequest creation(String email) {
        NewRequest asked = ProvisioningBed.creation(email);
        asked.bindings()
                .putObject("user")
                .put("id", contact)
                .put("customproperty1", type)
                .put("email", email);
        return asked;
    }

    private static List<String> tickets() {
        return bed.sandbox().agent().tickets().stream()
                .map(ticket -> Integer.toString(ticket.id()))
                .toList();
    }

    @Test
    void opensATicketOnceAndSucceedsWhenTheTeammateIsThere() {
        NewRequest asked = creation("published@example.com");
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.DONE_DROPPED).on("/tickets").times(1));
        assertThat(bed.carriedOut(asked).state()).isEqualTo(RequestState.WAITING);
        bed.pass(LAG);
        ProvisioningRequest request = bed.carriedOut(asked);
        assertThat(request.state()).as(request.reason()).isEqualTo(RequestState.QUEUED);
        assertThat(tickets()).hasSize(1);

        bed.sandbox().controls().addAdmin("Published", "published@example.com");
        bed.sandbox().agent().resolve(tickets().get(0));
        bed.pass(LAG);
        bed.poll();

        assertThat(bed.now(request).state()).isEqualTo(RequestState.SUCCEEDED);
        assertThat(bed.sandbox().effects().of("contact_created"))
                .as("no requester of the bridge")
                .isZero();
        assertThat(bed.sandbox().effects().of("ticket_type_created")).isZero();
    }
}
