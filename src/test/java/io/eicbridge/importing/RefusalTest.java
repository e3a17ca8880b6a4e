package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.importing.MappedPage.Refusal;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void isToldByItsIdAsTextOrNumber() {
        assertThat(refusal("Tag:", record().put("id", "c1")).subject()).isEqualTo("Tag:c1");
        assertThat(refusal("", record().put("id", 17)).subject()).isEqualTo("17");
    }

    @Test
    void recordsWithoutIdAreToldApartByTheirContent() {
        String one = refusal("", record().put("name", "one")).subject();
        String other = refusal("", record().put("name", "other")).subject();

        assertThat(one).startsWith("without id").isNotEqualTo(other);
        assertThat(refusal("", record().put("name", "one")).subject()).isEqualTo(one);
    }

    private static Refusal refusal(String prefix, ObjectNode item) {
        return Refusal.of(prefix, item, "a reason");
    }

    private static ObjectNode record() {
        return JsonNodeFactory.instance.objectNode();
    }
}
