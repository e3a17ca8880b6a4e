package io.eicbridge.provisioning.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the wanted values are sent. */
class ContactDifferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'Jo'} | {'name':'Jo'}",
                "{'owner_id':'17'} | {'owner_id':17}",
                "{'owner_id':0} | {'owner_id':null}",
                "{'phone':''} | {'phone':null}",
                "{'phone':null} | {}",
                "{'email':'Jo@Example.net'} | {'email':'jo@example.net'}",
                "{'avatar':'https://x/y.png'} | {'avatar':{'image_url':'https://x/y.png'}}",
                "{'signed_up_at':1700000000} | {'signed_up_at':1700000000}",
                "{'custom_attributes':{'mrr':5.0}} | {'custom_attributes':{'mrr':5,'plan':'pro'}}",
                "{'email':'jo@x.net','email_verified':true} | {'email':'jo@x.net'}"
            })
    void nothingIsSentThatIntercomHas(String wanted, String contact) throws JsonProcessingException {
        assertThat(different(wanted, contact)).isEqualTo(JSON.createObjectNode());
    }

    @Test
    void onlyTheAttributesThatDifferAreSent() throws JsonProcessingException {
        String wanted = "{'name':'New','phone':'1','custom_attributes':{'plan':'pro','mrr':7,'gone':null}}";
        String contact = "{'name':'Old','phone':'1','custom_attributes':{'plan':'free','mrr':7,'gone':'x'}}";

        assertThat(different(wanted, contact))
                .isEqualTo(json("{'name':'New','custom_attributes':{'plan':'pro','gone':null}}"));
    }

    @Test
    void whetherAnAddressIsVerifiedGoesWithTheAddress() throws JsonProcessingException {
        assertThat(different("{'email':'new@x.net','email_verified':true}", "{'email':'old@x.net'}"))
                .isEqualTo(json("{'email':'new@x.net','email_verified':true}"));
    }

    private static ObjectNode different(String wanted, String contact) throws JsonProcessingException {
        return ContactDifference.of(json(wanted), json(contact));
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return JSON.readValue(text.replace('\'', '"'), ObjectNode.class);
    }
}
