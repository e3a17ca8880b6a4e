package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.connector.ListRequest.View;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextLinksTest {
    private static final ListRequest.Delta WHOLE = new ListRequest.Delta(Optional.empty(), Optional.empty());
    private final NextLinks links = new NextLinks(new PublicUrl(Optional.empty()));
    private final Request call = Calls.list("", "");

    @Test
    void pinsThePageAndCarriesTheWholeView() {
        View view = new View("status:1", List.of("NAME", "STATUS"), "name", "desc");

        String link = links.after(call, wish(20, view), 7, "a b&c=ü");

        assertThat(link)
                .isEqualTo("http://bridge.test:8080/contacts/api/v1/accounts?offset=30&pagesize=10&run=7"
                        + "&after=a+b%26c%3D%C3%BC&q=status%3A1&fields=NAME%2CSTATUS&sort=name&order=desc");
    }

    @Test
    void isReadAgainAsTheSameWishOnePageLater() {
        View view = new View("status:0", List.of("NAME"), "accountID", "");
        String link = links.after(call, wish(0, view), 7, "x=1");

        String query = link.substring(link.indexOf('?') + 1);

        assertThat(new ListRequests(100).read(Calls.list(query, "")))
                .isEqualTo(new ListRequest(10, Optional.of(10), Optional.of(7L), Optional.of("x=1"), WHOLE, view));
    }

    @Test
    void leavesOutWhatWasNotAskedFor() {
        assertThat(links.after(call, wish(0, new View("", List.of(), "", "")), 7, "9"))
                .endsWith("?offset=10&pagesize=10&run=7&after=9");
    }

    private static ListRequest wish(long offset, View view) {
        return new ListRequest(offset, Optional.of(10), Optional.empty(), Optional.empty(), WHOLE, view);
    }
}
