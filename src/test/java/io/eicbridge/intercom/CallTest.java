package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {

    @Test
    void keepsEverythingElseWhenOnePartIsChanged() {
        Call call = Call.search("/contacts/search", JsonNodeFactory.instance.objectNode())
                .inLane(Lane.FULL)
                .forRun("4", "contacts")
                .forAccount("c1")
                .accepting(404)
                .accepting(410);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.body()).isNotNull();
        assertThat(call.idempotent()).isTrue();
        assertThat(call.lane()).isEqualTo(Lane.FULL);
        assertThat(call.run()).isEqualTo("4");
        assertThat(call.endpoint()).isEqualTo("contacts");
        assertThat(call.account()).isEqualTo("c1");
        assertThat(call.accepted()).containsExactlyInAnyOrder(404, 410);
        assertThat(call.onlyOnce().idempotent()).isFalse();
    }

    @Test
    void showsNoExternalId() {
        assertThat(Call.get("/contacts/find_by_external_id/ada.l-1815?x=ada").place())
                .isEqualTo("GET /contacts/find_by_external_id/***");
    }

    @Test
    void showsNoBodyAsText() {
        Call call = Call.search(
                "/contacts/search?a=b", JsonNodeFactory.instance.objectNode().put("email", "ann@example.com"));
        assertThat(call).hasToString("POST /contacts/search [run= endpoint= account=]");
        Answer answer = new Answer(200, call.body(), null, "r", "");
        assertThat(answer.toString()).doesNotContain("ann");
        assertThat(new Page(List.of(call.body()), null, 1L).toString()).doesNotContain("ann");
    }
}
