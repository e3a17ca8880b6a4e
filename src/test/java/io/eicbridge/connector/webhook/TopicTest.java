package io.eicbridge.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.journal.Hint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TopicTest {
    private static final Pattern DOCUMENTED = Pattern.compile("`((contact|granular|company|admin)\\.[a-z_.]+)`");

    @Test
    void everyTopicOfTheDocumentationCausesSomething() throws IOException {
        String table = Files.readString(Path.of("docs/webhooks.md")).split("## ")[2];
        List<String> topics = DOCUMENTED
                .matcher(table)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(topics)
                .hasSizeGreaterThan(25)
                .allSatisfy(topic -> assertThat(Topic.of(topic)).as(topic).isNotEqualTo(Topic.OTHER));
    }

    @Test
    void aMergeNamesBothContacts() {
        assertThat(hints(
                        "contact.merged",
                        "{'type':'contact','id':'6a01','merged_from':{'type':'contact','id':'6a02'},"
                                + "'tags':{'type':'list','data':[{'type':'tag','id':'9'}]}}"))
                .containsExactly(account("6a01"), account("6a02"));
    }

    @Test
    void aTaggingNamesContactAndTagAndAnAttachmentContactAndCompany() {
        assertThat(
                        hints(
                                "contact.lead.tag.created",
                                "{'type':'contact_tag','created_at':1,'tag':{'type':'tag','id':17},'contact':{'type':'contact','id':'6a01'}}"))
                .containsExactly(new Hint("contacts", "Tag", "17"), account("6a01"));
        assertThat(hints(
                        "company.contact.detached",
                        "{'contact':{'type':'contact','id':'6a01'},'company':{'type':'company','id':'6c01'}}"))
                .containsExactly(account("6a01"), new Hint("contacts", "Company", "6c01"));
    }

    @Test
    void adminsOrderTheirImportAndTicketsNothing() {
        assertThat(hints("admin.removed_from_workspace", "{'type':'admin','id':'5'}"))
                .containsExactly(new Hint("teammates", Hint.IMPORT, ""));
        assertThat(hints("ticket.resolved", "{'type':'ticket','ticket':{'type':'ticket','id':'77'}}"))
                .isEmpty();
        assertThat(hints("conversation.deleted", "{'type':'contact','id':'6a01'}"))
                .isEmpty();
    }

    @Test
    void whatIsNoIdPointsAtNothing() {
        assertThat(hints("contact.deleted", "{'type':'contact','id':'../../admins'}"))
                .isEmpty();
        assertThat(hints("contact.deleted", "{'type':'contact'}")).isEmpty();
        assertThat(hints("contact.deleted", "'6a01'")).isEmpty();
    }

    private static Hint account(String id) {
        return new Hint("contacts", Hint.ACCOUNT, id);
    }

    private static List<Hint> hints(String topic, String item) {
        try {
            return Topic.of(topic).hints(Pointer.in(new ObjectMapper().readTree(item.replace('\'', '"'))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
