package io.eicbridge.importing;

import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Calls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which entitlements the settings leave out, by asking Intercom once for the name of each that the directory does not show. */
final class Outside {
    private final Calls calls;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    Outside(Calls calls) {
        this.calls = calls;
    }

    boolean leftOut(LiveRun run, String type, String id) {
        if (run.source().excluded().text().isEmpty() || !Confirmations.possible(type)) {
            return false;
        }
        return known.computeIfAbsent(type + ":" + id, subject -> asked(run, type, id));
    }

    private boolean asked(LiveRun run, String type, String id) {
        Answer answer =
                calls.send(run.own(Call.get(Confirmations.path(type, id)).accepting(404)));
        return answer.status() == 200
                && run.source().excluded().covers(type, EntitlementMapping.name(type, answer.body()));
    }
}
