package io.eicbridge.provisioning;

import io.eicbridge.journal.request.RequestQuery;
import io.eicbridge.journal.request.RequestState;
import java.util.Set;

/** Lists that tests look at. */
final class Lists {
    private Lists() {}

    static RequestQuery held() {
        return RequestQuery.newest(10).in(Set.of(RequestState.HELD));
    }
}
