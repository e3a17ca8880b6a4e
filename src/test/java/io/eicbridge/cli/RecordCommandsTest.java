package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordCommandsTest {
    private BridgeOverHttp running;
    private Typed typed;

    @BeforeEach
    void start() throws IOException {
        running = new BridgeOverHttp();
        typed = new Typed(running.port());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void listsConsumersAndLetsOneBeginAnew() {
        running.on(
                        "GET /consumers",
                        200,
                        "{\"consumers\":[{\"consumer\":\"eic\",\"endpoint\":\"contacts\",\"list\":\"memberships/Tag\","
                                + "\"readAt\":\"2026-11-24T10:00:00Z\",\"behind\":12}]}")
                .on("POST /consumers/eic/reset?endpoint=contacts", 200, "{\"reset\":3}");

        assertThat(typed.execute("consumers", "list")).isZero();
        assertThat(typed.execute("consumers", "reset", "eic", "--endpoint", "contacts"))
                .isZero();
        assertThat(typed.out()).contains("eic       contacts  memberships/Tag", "12", "3 lists begin anew");
    }

    @Test
    void showsTheHistoryOfAnAccount() {
        running.on(
                "GET /accounts/contacts/abc/history",
                200,
                "{\"entries\":[{\"at\":\"2026-11-24T10:00:00Z\",\"run\":7,\"mode\":\"targeted\",\"cause\":\"contact.user.updated\",\"kind\":\"changed\","
                        + "\"what\":\"DISPLAYNAME\",\"before\":\"Ada\",\"after\":\"Ada L.\"}]}");

        assertThat(typed.execute("history", "contacts", "abc")).isZero();
        assertThat(typed.out()).contains("7 targeted for contact.user.updated  changed DISPLAYNAME  Ada     Ada L.");
    }

    @Test
    void saysWhyAnAccountCannotBeForgotten() {
        running.on("POST /accounts/contacts/abc/forget", 409, "{\"errorCode\":\"1\",\"message\":\"It is not gone.\"}");

        assertThat(typed.execute("forget", "contacts", "abc")).isEqualTo(1);
        assertThat(typed.err()).contains("It is not gone.");
    }

    @Test
    void endsWellOnlyWhereNothingDiffers() {
        running.on("POST /reconciliations/contacts?limit=50", 200, "{\"reconciliation\":1}")
                .on("GET /reconciliations/1", 200, "{\"state\":\"running\",\"read\":50,\"expected\":100}")
                .on("GET /reconciliations/1", 200, "{\"state\":\"equal\",\"read\":100,\"expected\":100}");

        assertThat(typed.execute("reconcile", "contacts")).isZero();
        assertThat(typed.err()).contains("compared 50 of 100 accounts");
        assertThat(typed.out()).contains("100 accounts compared: no difference.");
    }

    @Test
    void listsWhatDiffersAndFailsThen() {
        running.on("POST /reconciliations/contacts?limit=1", 200, "{\"reconciliation\":1}")
                .on(
                        "GET /reconciliations/1",
                        200,
                        "{\"state\":\"different\",\"read\":100,\"counts\":{\"missing\":2,\"extra\":0},\"note\":\"A note.\","
                                + "\"differences\":[{\"kind\":\"missing\",\"subject\":\"abc\",\"what\":\"account\","
                                + "\"directory\":\"\",\"intercom\":\"Ada\"}]}");

        assertThat(typed.execute("reconcile", "contacts", "--limit", "1")).isEqualTo(1);
        assertThat(typed.out()).contains("missing  abc", "2 missing, 0 extra", "A note.");
    }
}
