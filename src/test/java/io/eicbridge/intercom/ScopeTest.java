package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @Test
    void turnsEveryConditionIntoAFilterWithNamesResolved() {
        Scope scope = Scope.parse("role=user, tag=VIP,segment = Active ones,attribute.plan=pro");
        assertThat(scope.everything()).isFalse();
        assertThat(scope.filters(
                        name -> Optional.ofNullable(Map.of("VIP", "7").get(name)), name -> Optional.of("s-" + name)))
                .extracting(Object::toString)
                .containsExactly(
                        "{\"field\":\"custom_attributes.plan\",\"operator\":\"=\",\"value\":\"pro\"}",
                        "{\"field\":\"role\",\"operator\":\"=\",\"value\":\"user\"}",
                        "{\"field\":\"segment_id\",\"operator\":\"=\",\"value\":\"s-Active ones\"}",
                        "{\"field\":\"tag_id\",\"operator\":\"=\",\"value\":\"7\"}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void anEmptyFilterLeavesEverythingInScope(String text) {
        assertThat(Scope.parse(text).everything()).isTrue();
        assertThat(Scope.parse(text).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "tag=b , tag=a,role=lead,tag=b | role=lead, tag=a, tag=b",
                "tag=\"VIP\"                   | tag=VIP",
                "tag=\"a, \"\"b\"\" = c\"      | tag=\"a, \"\"b\"\" = c\"",
                "tag=\"true\"                  | tag=true",
                "attribute.level=\"7\"         | attribute.level=\"7\"",
                "attribute.level=7             | attribute.level=7",
                "attribute.\"a=b\" = \"x\"     | attribute.\"a=b\"=x",
                "segment=\" two  blanks\"      | segment=\" two  blanks\"",
            })
    void hasOneFormThatReadsBackAsTheSameScope(String text, String canonical) {
        Scope scope = Scope.parse(text);
        assertThat(scope.text()).isEqualTo(canonical);
        assertThat(Scope.parse(canonical)).isEqualTo(scope).hasSameHashCodeAs(scope);
        assertThat(scope).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "-2,-2", "1.50,1.50", "true,true", "'\"7\"','\"7\"'", "7a,'\"7a\"'", "'\"true\"','\"true\"'"})
    void typesAnAttributesValueUnlessItIsQuoted(String value, String json) {
        Scope scope = Scope.parse("attribute.x=" + value);
        assertThat(scope.filters(none -> Optional.empty(), none -> Optional.empty()))
                .singleElement()
                .satisfies(filter -> assertThat(filter.get("value")).hasToString(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red                | found \"colour\", allowed are role, tag, segment and attribute.NAME",
                "attribute.=x              | found \"attribute.\"",
                "role=admin                | found role \"admin\", allowed are user and lead",
                "role=user, role=lead      | found two roles",
                "tag=                      | \"tag\" has no value",
                "VIP                       | found \"VIP\", allowed is name=value",
                "tag=a, tag=b \"c          | found \"tag=b \"c\", allowed is name=value",
                "tag=a;role=user=x         | allowed is name=value",
            })
    void saysWhatIsWrongAndHowItIsWritten(String text, String words) {
        assertThatThrownBy(() -> Scope.parse(text))
                .isInstanceOf(Configuration.class)
                .hasMessageStartingWith("\"contacts.filter\"")
                .hasMessageContaining(words)
                .hasMessageContaining("role=user, tag=VIP");
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> Scope.parse("role=boss, colour=red, tag="))
                .hasMessageContaining("boss")
                .hasMessageContaining("colour")
                .hasMessageContaining("\"tag\" has no value");
    }

    @Test
    void leavesRoomInASearchForTheBridgesOwnFilters() {
        String eleven = "tag=a,tag=b,tag=c,tag=d,tag=e,tag=f,tag=g,tag=h,tag=i,tag=j,tag=k";
        assertThatThrownBy(() -> Scope.parse(eleven)).hasMessageContaining("found 11 conditions, allowed are 10");
    }

    @Test
    void namesEveryTagAndSegmentThatTheWorkspaceLacks() {
        Scope scope = Scope.parse("tag=A, segment=B, role=user");
        assertThatThrownBy(() -> scope.filters(none -> Optional.empty(), none -> Optional.empty()))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("segment=B, tag=A");
    }
}
