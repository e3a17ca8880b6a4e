package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.intercom.Scope;
import io.eicbridge.journal.Mode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldListsTest {
    private final LiveRun teammates = run(EndpointImport.TEAMMATES, Set.of("Team", "Role", "Seat"));
    private final LiveRun contacts = run(EndpointImport.CONTACTS, Set.of("Tag", "Company"));

    @Test
    void aTeammateWithoutTeamsHoldsNone() throws IOException {
        List<MappedPage.HeldList> lists = of(teammates, "{'id':'1','team_ids':[],'has_inbox_seat':false}");

        assertThat(lists).extracting(MappedPage.HeldList::type).containsExactly("Team", "Role", "Seat");
        assertThat(lists).allMatch(list -> list.ids().isEmpty() && list.whole());
    }

    @Test
    void whatATeammatesRecordDoesNotTellEndsNothing() throws IOException {
        assertThat(of(teammates, "{'id':'1'}"))
                .extracting(MappedPage.HeldList::type)
                .containsExactly("Role");
        assertThat(of(teammates, "{'id':'1','team_ids':null,'has_inbox_seat':null,'role':{'id':7}}"))
                .containsExactly(new MappedPage.HeldList("Role", "1", List.of("7"), true));
    }

    @Test
    void aListThatAContactDoesNotCarryIsNotWhole() throws IOException {
        assertThat(of(contacts, "{'id':'a','tags':{'data':null},'companies':{'data':[],'has_more':true}}"))
                .noneMatch(MappedPage.HeldList::whole);
        assertThat(of(contacts, "{'id':'a','tags':{'data':[{'id':'5'}]},'companies':{'data':[]}}"))
                .allMatch(MappedPage.HeldList::whole);
    }

    private static List<MappedPage.HeldList> of(LiveRun run, String json) throws IOException {
        JsonNode item = new ObjectMapper().readTree(json.replace('\'', '"'));
        return HeldLists.of(run, item);
    }

    private static LiveRun run(String name, Set<String> types) {
        EndpointImport endpoint =
                new EndpointImport(name, null, types, types, ExcludedValues.of("", types), Scope.parse(""));
        return new LiveRun(1, endpoint, new ImportOrder(name, Mode.FULL, false), Set.of(1L));
    }
}
