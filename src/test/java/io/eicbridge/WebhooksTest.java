package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final SandboxSettings PEOPLE =
            SandboxSettings.defaults().withContacts(300).withCallsPerWindow(1_000_000);
    private static FileDatabase database;
    private static TestBed bed;
    private static Notifier intercom;

    @BeforeAll
    static void importEverybody() {
        database = new FileDatabase();
        bed = TestBed.of(PEOPLE, database)
                .with("intercom.client-secret", Notifier.SECRET)
                .with("webhooks.contacts-sweep", "50")
                .with("webhooks.teammates-sweep", "50")
                .with("webhooks.batch", "100")
                .start(RouteSelection.ALL);
        intercom = new Notifier(bed.api("/webhooks/intercom"));
        bed.fullImport("contacts");
        bed.fullImport("teammates");
    }

    @AfterAll
    static void stop() {
        bed.close();
        database.close();
    }

    @Test
    void eachKindOfChangeIsReadWhenANotificationPointsAtIt() {
        List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
        var controls = bed.sandbox().controls();
        String created = controls.createContact(Map.of("role", "lead", "name", "New"));
        intercom.send(intercom.contact("contact.lead.created", created));
        controls.updateContact(ids.get(0), Map.of("name", "Another name"));
        intercom.send(intercom.contact("contact.user.updated", ids.get(0)));
        controls.archive(ids.get(1));
        intercom.send(intercom.contact("contact.archived", ids.get(1)));
        controls.delete(ids.get(2));
        intercom.send(intercom.contact("contact.deleted", ids.get(2)));
        controls.merge(ids.get(3), ids.get(4));
        ObjectNode survivor = Notifier.item("contact", ids.get(4));
        survivor.set("merged_from", Notifier.item("contact", ids.get(3)));
        intercom.send(intercom.of("contact.merged", survivor));
        String tag = controls.createTag("told by a notification");
        controls.tag(ids.get(5), tag);
        intercom.send(intercom.of("contact.user.tag.created", pair("contact_tag", "contact", ids.get(5), "tag", tag)));
        String company = controls.createCompany("told", "Told by a notification");
        controls.attach(ids.get(6), company);
        intercom.send(intercom.of(
                "company.contact.attached", pair("company_contact", "contact", ids.get(6), "company", company)));
        untilSettled();
        SameAsIntercom.heldAsInIntercom(bed);
        Served served = bed.served("contacts");
        assertThat(served.accounts().get(ids.get(0)).attributes()).contains("Another name");
        assertThat(served.gone()).contains(ids.get(1), ids.get(2), ids.get(3));
        assertThat(OneContactTest.reasons(bed)).containsEntry(ids.get(3), "merged into " + ids.get(4));
        assertThat(served.values("Tag")).containsEntry(tag, "told by a notification");
        assertThat(served.values("Company")).containsEntry(company, "Told by a notification");
    }

    @Test
    void aCompanyThatIsRenamedOrDeletedIsReadAgainWithWhoHeldIt() {
        var controls = bed.sandbox().controls();
        String member = bed.truth("contacts").accounts().last();
        String renamed = controls.createCompany("renamed", "Before");
        String deleted = controls.createCompany("deleted", "Deleted");
        controls.attach(member, renamed);
        controls.attach(member, deleted);
        intercom.send(intercom.contact("contact.user.updated", member));
        untilSettled();
        assertThat(bed.served("contacts").held("Company")).contains(member + " " + deleted);
        controls.renameCompany(renamed, "After");
        controls.deleteCompany(deleted);
        intercom.send(intercom.of("company.updated", Notifier.item("company", renamed)));
        intercom.send(intercom.of("company.deleted", Notifier.item("company", deleted)));
        untilSettled();
        assertThat(bed.served("contacts").values("Company"))
                .containsEntry(renamed, "After")
                .doesNotContainKey(deleted);
        SameAsIntercom.heldAsInIntercom(bed);
    }

    @Test
    void anArchivedContactThatComesBackIsReactivatedAndCounted() {
        String id = bed.served("contacts").active().first();
        bed.sandbox().controls().archive(id);
        intercom.send(intercom.contact("contact.archived", id));
        untilSettled();
        assertThat(bed.served("contacts").active()).doesNotContain(id);
        bed.sandbox().controls().unarchive(id);
        intercom.send(intercom.contact("contact.unarchive", id));
        untilSettled();
        assertThat(bed.served("contacts").active()).contains(id);
        SameAsIntercom.heldAsInIntercom(bed);
        assertThat(bed.bridge()
                        .wiring()
                        .records()
                        .desk()
                        .history("contacts", id)
                        .toString())
                .contains("\"cause\":\"contact.archived\"")
                .contains("\"cause\":\"contact.unarchive\"");
    }

    @Test
    void teammatesAreImportedWhereAnAdminTopicAsksForIt() {
        var controls = bed.sandbox().controls();
        String added = controls.addAdmin("Newly Added", "newly.added@example.com");
        intercom.send(intercom.of("admin.added_to_workspace", Notifier.item("admin", added)));
        untilSettled();
        assertThat(bed.served("teammates").active()).contains(added);
        controls.removeAdmin(added);
        intercom.send(intercom.of("admin.removed_from_workspace", Notifier.item("admin", added)));
        untilSettled();
        assertThat(bed.served("teammates").active()).doesNotContain(added);
    }

    @Test
    void onlyTheRightSignatureOfExactlyThisBodyIsTaken() {
        String body = intercom.contact("contact.user.updated", "6a1f0c2e9b5d3e4f8a7b6c5d")
                .toString();
        assertThat(intercom.send(body, null).statusCode()).isEqualTo(401);
        assertThat(intercom.send(body, "sha1=0000").statusCode()).isEqualTo(401);
        assertThat(intercom.send(body, Notifier.sign("another-secret-of-another-app", body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(intercom.send(body + " ", Notifier.sign(Notifier.SECRET, body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(journalled(body)).isZero();
        var taken = intercom.send(body, Notifier.sign(Notifier.SECRET, body));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().map()).doesNotContainKeys("x-hub-signature", "authorization");
        assertThat(journalled(body)).isEqualTo(1);
    }

    @Test
    void aNotificationThatComesAgainIsKnown() {
        String id = bed.truth("contacts").accounts().first();
        ObjectNode notification = intercom.contact("contact.user.updated", id);
        assertThat(intercom.send(notification)).isEqualTo(200);
        untilSettled();
        bed.sandbox().traffic().reset();
        assertThat(intercom.send(notification)).isEqualTo(200);
        assertThat(hints()).isZero();
        assertThat(journalled(notification.toString())).isEqualTo(1);
    }

    @Test
    void pingsHeadsUnknownTopicsAndWhatIsNoNotificationAreAnswered() {
        assertThat(intercom.send(intercom.of("ping", Notifier.item("ping", "1"))))
                .isEqualTo(200);
        assertThat(intercom.head().statusCode()).isEqualTo(200);
        assertThat(intercom.send(intercom.of("conversation.user.created", Notifier.item("conversation", "1"))))
                .isEqualTo(200);
        assertThat(intercom.send(intercom.of("ticket.created", Notifier.item("ticket", "77"))))
                .isEqualTo(200);
        for (String body : List.of("[]", "{\"topic\":", "{\"topic\":\"contact.deleted\"}", "")) {
            assertThat(intercom.send(body, Notifier.sign(Notifier.SECRET, body)).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(hints()).isZero();
        List<String> tickets = bed.store()
                .read(handle -> handle.createQuery("select object_id from notifications where topic = 'ticket.created'")
                        .mapTo(String.class)
                        .list());
        assertThat(tickets).containsExactly("77");
    }

    @Test
    void aBurstIsJournalledFastAndReadOncePerContact() {
        List<String> ids = new ArrayList<>(bed.truth("contacts").accounts()).subList(10, 60);
        ids.forEach(id -> bed.sandbox().controls().updateContact(id, Map.of("name", "Burst " + id)));
        bed.sandbox().traffic().reset();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 400)
                .mapToObj(nth -> intercom.sendLater(intercom.contact("contact.user.updated", ids.get(nth % 50))))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        untilSettled();
        assertThat(bed.sandbox().traffic().answers("GET", "/contacts/{id}", 200))
                .isBetween(50L, 400L);
        Served served = bed.served("contacts");
        assertThat(served.accounts().values().stream().filter(account -> ids.contains(account.id())))
                .allSatisfy(account -> assertThat(account.attributes()).contains("Burst " + account.id()));
    }

    private static ObjectNode pair(String type, String one, String oneId, String other, String otherId) {
        ObjectNode item = Notifier.item(type, null);
        item.set(one, Notifier.item(one, oneId));
        item.set(other, Notifier.item(other, otherId));
        return item;
    }

    private static long journalled(String body) {
        String id = body.replaceFirst(".*\"id\":\"(notif_\\d+)\".*", "$1");
        return bed.store()
                .read(handle -> handle.createQuery("select count(*) from notifications where notification = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    private static long hints() {
        return bed.store().read(handle -> handle.createQuery("select count(*) from hints")
                .mapTo(Long.class)
                .one());
    }

    private static void untilSettled() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> hints() == 0);
    }
}
