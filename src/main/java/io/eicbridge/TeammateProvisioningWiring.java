package io.eicbridge;

import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.directory.Accounts;
import io.eicbridge.flow.watch.QueueWatch;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.intercom.Answers;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Pace;
import io.eicbridge.provisioning.QueueEnds;
import io.eicbridge.provisioning.queue.ContactProof;
import io.eicbridge.provisioning.queue.KnownSubjects;
import io.eicbridge.provisioning.queue.QueueDesk;
import io.eicbridge.provisioning.queue.Sheets;
import io.eicbridge.provisioning.teammates.Teammates;
import io.eicbridge.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the beans of the routes that change teammates and ask people. */
final class TeammateProvisioningWiring {
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /** What it works with; {@code listener} is told of calls to the SCIM server. */
    record Tools(
            Store store,
            Calls calls,
            Accounts accounts,
            CallListener listener,
            MeterRegistry meters,
            QueueEnds ends,
            Map<String, ConnectionParameters> parameters,
            String holder,
            Clock clock) {}

    TeammateProvisioningWiring(Settings settings, Tools tools) {
        TeammateProvisioningSettings own = settings.teammateProvisioning();
        URI intercom = settings.intercom().url();
        Sheets sheets = new Sheets(tools.parameters(), intercom, own.scim().url());
        KnownSubjects subjects = new KnownSubjects(tools.store(), tools.accounts());
        QueueDesk queue = new QueueDesk(
                own.queue(),
                sheets,
                tools.parameters(),
                Map.of(EndpointImport.TEAMMATES, Teammates.proof(), EndpointImport.CONTACTS, new ContactProof()),
                new QueueDesk.Tools(
                        tools.store(), tools.calls(), subjects, tools.ends(), tools.holder(), tools.clock()));
        beans.putAll(queue.beans());
        new QueueWatch(queue::unreadSince, tools.meters(), tools.clock());
        beans.putAll(Teammates.beans(own.teammates(), sheets, subjects, tools.store(), tools.clock()));
        Pace pace = new Pace(settings.intercom().share(), tools.listener());
        beans.put("scimAccess", new ScimAccess(own.scim()));
        beans.put("scimPace", pace);
        beans.put("scimAnswers", Answers.ofScim(own.scim().url(), pace, tools.listener()));
    }

    Map<String, Object> beans() {
        return Map.copyOf(beans);
    }
}
