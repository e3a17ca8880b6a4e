package io.eicbridge.flow;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Calls;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.util.ObjectHelper;

/** Sends calls through the route {@code intercom-call}, so that Java and routes share its pace, retries and judgement. */
public final class CallsByRoute implements Calls {
    private static final String ROUTE = "direct:intercom-call";
    private final CamelContext context;
    private final ProducerTemplate template;

    /** Sends over the routes of this context once it has started. */
    public CallsByRoute(CamelContext context) {
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    @Override
    public Answer send(Call call) {
        Exchange exchange = template.request(ROUTE, sent -> sent.getMessage().setBody(call));
        if (exchange.getException() != null) {
            throw failure(call, exchange.getException());
        }
        if (exchange.getMessage().getBody() instanceof Answer answer) {
            return answer;
        }
        throw broken("it ends without an answer");
    }

    private Failure failure(Call call, Exception cause) {
        Failure decided = ObjectHelper.getException(Failure.class, cause);
        if (decided != null) {
            return decided;
        }
        return context.isStarted() && ObjectHelper.getException(RejectedExecutionException.class, cause) == null
                ? broken(cause.toString())
                : new Transient("No answer to " + call + ": the bridge stops.", false, null, cause);
    }

    private static Configuration broken(String found) {
        return new Configuration("The route \"intercom-call\" does not work: " + found
                + ". Mend the routes folder; \"eic-bridge routes check\" tells what is wrong.");
    }
}
