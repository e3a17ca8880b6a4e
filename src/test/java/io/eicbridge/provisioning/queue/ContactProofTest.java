package io.eicbridge.provisioning.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.intercom.Answer;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContactProofTest {
    private static final String CONTACT = "6912f5d2a41b3c9c8d7e6f51";
    private static final String FIRST = "{'type':'list','data':[{'type':'company','id':'c1','name':'Acme'}],"
            + "'pages':{'next':'/contacts/" + CONTACT + "/companies?per_page=60&page=2','page':1,'total_pages':2}}";
    private static final String LAST = "{'type':'list','data':[{'type':'company','id':'c2','name':'Acme'}],"
            + "'pages':{'next':null,'page':2,'total_pages':2}}";
    private final ContactProof proof = new ContactProof();

    @Test
    void aCompanyOnALaterPageIsNotTakenForLost() throws JsonProcessingException {
        ProvisioningRequest removal = removal("Acme (c2)");

        assertThat(proof.more(removal, answer(FIRST)).path()).endsWith("/companies?per_page=60&page=2");
        assertThat(proof.more(removal, answer(LAST))).isNull();
        assertThat(proof.read(removal, answer(LAST)).kind()).isEqualTo(Finding.Kind.NOT_DONE);
    }

    @Test
    void aCompanyIsKnownByNameAndId() throws JsonProcessingException {
        ProvisioningRequest removal = removal("Acme (c1)");

        assertThat(proof.read(removal, answer(FIRST)).kind()).isEqualTo(Finding.Kind.NOT_DONE);
        assertThat(proof.more(removal, answer(FIRST)))
                .as("what is seen needs no other page")
                .isNull();
        assertThat(proof.read(removal("Acme (c3)"), answer(FIRST)).kind()).isEqualTo(Finding.Kind.DONE);
    }

    private static ProvisioningRequest removal(String company) {
        NewRequest asked = new NewRequest(
                "contacts",
                "eic",
                "k1",
                Operation.REMOVE_ACCESS,
                CONTACT,
                "Company",
                company,
                RetryOwner.CALLER,
                JsonNodeFactory.instance.objectNode());
        return new ProvisioningRequest(
                1, asked, RequestState.RUNNING, 1, 0, Instant.EPOCH, null, null, null, null, null, null);
    }

    private static Answer answer(String body) throws JsonProcessingException {
        return new Answer(200, new ObjectMapper().readTree(body.replace('\'', '"')), null, "r1", "");
    }
}
