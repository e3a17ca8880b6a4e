package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Transient;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingsTest {
    private static final ObjectNode QUERY =
            JsonNodeFactory.instance.objectNode().put("field", "role");

    static Stream<Arguments> firstCalls() {
        return Stream.of(
                Arguments.of(Listings.contacts(), "GET /contacts?per_page=150"),
                Arguments.of(Listings.admins(), "GET /admins"),
                Arguments.of(Listings.teams(), "GET /teams"),
                Arguments.of(Listings.tags(), "GET /tags"),
                Arguments.of(Listings.segments(), "GET /segments?include_count=true"),
                Arguments.of(Listings.subscriptionTypes(), "GET /subscription_types"),
                Arguments.of(Listings.dataAttributes("contact"), "GET /data_attributes?model=contact"),
                Arguments.of(Listings.companiesScroll(), "GET /companies/scroll"),
                Arguments.of(Listings.companiesList(), "POST /companies/list?per_page=60"),
                Arguments.of(Listings.contactTags("c/1"), "GET /contacts/c%2F1/tags"),
                Arguments.of(Listings.contactCompanies("c1"), "GET /contacts/c1/companies?per_page=60"),
                Arguments.of(Listings.contactSubscriptions("c1"), "GET /contacts/c1/subscriptions"),
                Arguments.of(Listings.contactSegments("c1"), "GET /contacts/c1/segments"));
    }

    @ParameterizedTest
    @MethodSource("firstCalls")
    void beginsEveryListWithItsFirstCall(Listing listing, String call) {
        Call first = listing.call(null);
        assertThat(first.method() + " " + first.path()).isEqualTo(call);
    }

    static Stream<Arguments> envelopes() {
        return Stream.of(
                Arguments.of(Listings.admins(), "{'type':'admin.list','admins':[{'id':'1'}]}"),
                Arguments.of(Listings.teams(), "{'type':'team.list','teams':[{'id':1}]}"),
                Arguments.of(Listings.segments(), "{'type':'segment.list','segments':[{'id':'1'}],'new':{}}"),
                Arguments.of(Listings.tags(), "{'type':'list','data':[{'id':'1'}]}"),
                Arguments.of(Listings.subscriptionTypes(), "{'type':'list','data':[{'id':'1'}]}"),
                Arguments.of(Listings.contactSegments("c"), "{'type':'list','data':[{'id':'1'}],'pages':null}"),
                Arguments.of(Listings.contactCompanies("c"), "{'type':'list','companies':[{'id':'1'}]}"),
                Arguments.of(Listings.contacts(), "{'type':'list','data':[{'id':'1'}],'pages':{'next':null}}"));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void findsTheItemsInEveryEnvelope(Listing listing, String body) {
        Page page = listing.read(answer(body));
        assertThat(page.items()).extracting(item -> Ids.text(item.path("id"))).containsExactly("1");
        assertThat(page.next()).isNull();
        assertThat(page.total()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'type':'error.list','errors':[]}", "{'data':null}", "{'data':{'id':1}}", "[]"})
    void neverTakesAnAnswerWithoutAListForAnEmptyList(String body) {
        assertThatThrownBy(() -> Listings.contacts().read(answer(body)))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("no list \"contacts\"");
    }

    @Test
    void goesOnAtTheCursorOfAPlainList() {
        Page page = Listings.contacts()
                .read(answer("{'data':[],'total_count':301,'pages':{'next':{'page':2,'starting_after':'WzE+/=='}}}"));
        assertThat(page.next()).isEqualTo("WzE+/==");
        assertThat(page.total()).isEqualTo(301);
        assertThat(Listings.contacts().call(page.next()).path())
                .isEqualTo("/contacts?per_page=150&starting_after=WzE%2B%2F%3D%3D");
    }

    @Test
    void followsPathAndQueryOfAnAddressButNotItsHost() {
        String body =
                "{'data':[],'pages':{'next':'https://elsewhere.example/contacts?per_page=150&starting_after=x%3D'}}";
        Page page = Listings.contacts().read(answer(body));
        assertThat(Listings.contacts().call(page.next()).path())
                .isEqualTo("/contacts?per_page=150&starting_after=x%3D");
    }

    @Test
    void asksAgainWhenTheNextAddressIsUnreadable() {
        Answer answer = answer("{'data':[],'pages':{'next':'https://not an address'}}");
        assertThatThrownBy(() -> Listings.contactCompanies("c").read(answer)).isInstanceOf(Transient.class);
    }

    @Test
    void putsTheCursorOfASearchIntoTheBody() {
        Listing search = Listings.contactSearch(QUERY, "created_at", "ascending");
        assertThat(search.call(null).body())
                .isEqualTo(json("{'query':{'field':'role'},'sort':{'field':'created_at','order':'ascending'},"
                        + "'pagination':{'per_page':150}}"));
        Call next = search.call("abc");
        assertThat(next.path()).isEqualTo("/contacts/search");
        assertThat(next.idempotent()).isTrue();
        assertThat(next.body().path("pagination")).isEqualTo(json("{'per_page':150,'starting_after':'abc'}"));
    }

    @Test
    void countsWithOneItemAndWithoutSorting() {
        assertThat(Listings.contactCount(QUERY).call(null).body())
                .isEqualTo(json("{'query':{'field':'role'},'pagination':{'per_page':1}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc", ""})
    void refusesAnOrderThatIntercomRefuses(String order) {
        assertThatThrownBy(() -> Listings.contactSearch(QUERY, "created_at", order))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"page\":1,\"total_pages\":3,\"next\":\"https://api/contacts/c1/companies?per_page=60&page=2\"}',"
                + "/contacts/c1/companies?per_page=60&page=2",
        "'{\"page\":2,\"total_pages\":3,\"next\":null}',/contacts/c1/companies?per_page=60&page=3",
        "'{\"page\":3,\"total_pages\":3,\"next\":null}',",
        "'{\"page\":1,\"total_pages\":1}',",
        "'null',",
    })
    void pagesTheCompaniesOfAContactByAddressOrNumber(String pages, String path) {
        Listing listing = Listings.contactCompanies("c1");
        Page page = listing.read(answer("{'data':[],'pages':" + pages + "}"));
        assertThat(page.next()).isEqualTo(path);
        if (path != null) {
            assertThat(listing.call(page.next())).isEqualTo(Call.get(path));
        }
    }

    @Test
    void scrollsUntilAnEmptyPageAndNeverRepeatsACall() {
        Listing scroll = Listings.companiesScroll();
        Page page = scroll.read(answer("{'data':[{'id':'x'}],'pages':null,'total_count':null,'scroll_param':'a/b'}"));
        Call next = scroll.call(page.next());
        assertThat(next.path()).isEqualTo("/companies/scroll?scroll_param=a%2Fb");
        assertThat(next.idempotent()).isFalse();
        assertThat(scroll.read(answer("{'data':[],'scroll_param':'a/b'}")).next())
                .isNull();
    }

    @Test
    void aScrollThatLosesItsParameterIsNotTakenForItsEnd() {
        Answer answer = answer("{'data':[{'id':'x'}]}");
        assertThatThrownBy(() -> Listings.companiesScroll().read(answer))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("scroll_param");
    }

    @ParameterizedTest
    @CsvSource({"'\"12\"',12", "12,12", "814865.0,814865", "' \" a \" ',a", "null,''", "true,''", "{},''"})
    void readsIdsAsStringOrNumber(String id, String text) {
        assertThat(Ids.text(json(id))).isEqualTo(text);
    }

    private static Answer answer(String body) {
        return new Answer(200, json(body), null, "r1", "");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
