package io.eicbridge.connector;

import static io.eicbridge.connector.Calls.assertRefused;
import static io.eicbridge.connector.Calls.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.connector.ListRequest.View;
import io.eicbridge.failure.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestsTest {
    private static final View EVERYTHING = new View("", List.of(), "", "");
    private static final ListRequest.Delta WHOLE = new ListRequest.Delta(Optional.empty(), Optional.empty());
    private final ListRequests requests = new ListRequests(500);

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "{\"requestedObject\":\"groups\"}", "{\"q\":null}"})
    void wantsEverythingWithoutABody(String body) {
        assertThat(requests.read(list("", body)))
                .isEqualTo(new ListRequest(0, Optional.empty(), Optional.empty(), Optional.empty(), WHOLE, EVERYTHING));
    }

    @Test
    void readsWhoseNewsAreWantedAndAlwaysInPages() {
        ListRequest wish = requests.read(list("consumer=eic.prod-1&pull=3-7-20", ""));

        assertThat(wish.delta())
                .isEqualTo(new ListRequest.Delta(Optional.of("eic.prod-1"), Optional.of(new Pull(3, 7, 20))));
        assertThat(wish.pageSize()).contains(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consumer=",
                "consumer=a%20b",
                "consumer=../x",
                "consumer=eic&pull=7",
                "pull=1-2-3",
                "consumer=12345678901234567890123456789012345678901"
            })
    void refusesNamesAndPullsThatNobodyGave(String query) {
        assertRefused(400, "", () -> requests.read(list(query, "")));
    }

    @Test
    void readsPagePinAndPosition() {
        assertThat(requests.read(list("offset=20&pagesize=10&run=7&after=a%20b", "")))
                .isEqualTo(
                        new ListRequest(20, Optional.of(10), Optional.of(7L), Optional.of("a b"), WHOLE, EVERYTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"q\":\"status:1\",\"fields\":\"a, b\",\"sort\":\"name\",\"order\":\"desc\"}",
                "{\"q\":\" status:1\",\"fields\":[\"a\",\"b\"],\"sort\":\"name\",\"order\":\"desc\"}"
            })
    void readsTheViewFromTheBody(String body) {
        assertThat(requests.read(list("", body)).view())
                .isEqualTo(new View("status:1", List.of("a", "b"), "name", "desc"));
    }

    @Test
    void readsTheViewOfANextLinkWithOrWithoutTheFirstBody() {
        View view = new View("status:1", List.of("a", "b"), "name", "");
        String linked = "q=status%3A1&fields=a%2Cb&sort=name";

        assertThat(requests.read(list(linked, "")).view()).isEqualTo(view);
        assertThat(requests.read(list(linked, "{\"q\":\"status:1\",\"fields\":[\"a\",\"b\"],\"sort\":\"name\"}"))
                        .view())
                .isEqualTo(view);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pagesize=501 | 'pagesize' is not a whole number from 1 to 500",
                "pagesize=0 | 'pagesize' is not",
                "pagesize= | 'pagesize' is not",
                "pagesize=99999999999999999999 | 'pagesize' is not",
                "offset=-1 | 'offset' is not",
                "offset=1.5 | 'offset' is not",
                "run=x | 'run' is not",
                "limit=5 | allowed are offset, pagesize, run, after, consumer, pull, q, fields, sort, order",
                "Offset=5 | allowed are",
                "offset=1&offset=2 | given twice",
                "after=%zz | percent-encoded"
            })
    void refusesAQueryThatItDoesNotUnderstand(String query, String says) {
        assertRefused(400, says, () -> requests.read(list(query, "{}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"limit\":1} | allowed are q, fields, sort, order",
                "{\"q\":1} | 'q' has the wrong type",
                "{\"sort\":[\"name\"]} | 'sort' has the wrong type",
                "{\"fields\":[1]} | 'fields' has the wrong type",
                "{\"q\":\"status:0\"} | 'q' differs between query and body",
                "{\"q\":\"status:1\" | line 1, column",
                "{} {} | not well-formed",
                "{\"q\":\"a\",\"q\":\"b\"} | not well-formed",
                "[] | not an object",
                "name=x | not well-formed"
            })
    void refusesABodyThatItDoesNotUnderstand(String body, String says) {
        assertRefused(400, says, () -> requests.read(list("q=status:1", body)));
    }

    @Test
    void refusesFormsAndHugeBodies() {
        assertRefused(400, "form", () -> requests.read(list("", Map.of("q", "status:1"))));
        assertRefused(413, "65536", () -> requests.read(list("", " ".repeat(JsonBody.LIMIT + 1))));
    }

    @Test
    void refusesABodyThatIsNestedWithoutEnd() {
        assertRefused(400, "nested too deeply", () -> requests.read(list("", "{\"q\":" + "[".repeat(5000))));
    }

    @Test
    void doesNotStartWithoutAUsefulLimit() {
        assertThatThrownBy(() -> new ListRequests(0))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("'bridge.max-pagesize'");
    }
}
