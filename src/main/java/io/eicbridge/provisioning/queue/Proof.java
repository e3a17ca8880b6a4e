package io.eicbridge.provisioning.queue;

import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Optional;

/** Looks in Intercom whether what a request asks is so. */
public interface Proof {

    /** Whether the request tells by Intercom's id whom it is about, as far as that matters. */
    boolean isKnown(ProvisioningRequest request);

    /** The call that lists among whom the account may be found that is not known by its id; null for none. */
    Call search(ProvisioningRequest request);

    /** The id of the account in that list, empty where it is not in it. */
    Optional<String> id(ProvisioningRequest request, Answer answer);

    /** The one call whose answer shows it; null where Intercom does not show it. */
    Call question(ProvisioningRequest request);

    /** The call for more of a list that the answer begins and that does not show it yet; null for none. */
    Call more(ProvisioningRequest request, Answer answer);

    /** What the answer shows. */
    Finding read(ProvisioningRequest request, Answer answer);

    /** Whether an invitation would do for the time being. */
    boolean invites(ProvisioningRequest request);
}
