package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eicbridge.directory.MembershipDelta;
import io.eicbridge.directory.MembershipView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes memberships that began into the list, and behind it those that ended: in the list, a caller who knows only the contract
 * would take them for memberships.
 */
final class MembershipRenderer implements DeltaWalk.DeltaRenderer<MembershipDelta> {
    static final String ENDED = "ended_memberships";
    private final RowWriter writer;
    private final List<MembershipView> ended = new ArrayList<>();

    MembershipRenderer(RowWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(JsonGenerator json, MembershipDelta row) throws IOException {
        if (row.ended()) {
            ended.add(row.membership());
        } else {
            write(json, row.membership());
        }
    }

    void write(JsonGenerator json, MembershipView membership) throws IOException {
        writer.put("accountID", membership.accountId())
                .put("entitlementID", membership.entitlementId())
                .write(json);
    }

    @Override
    public void behind(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(ENDED);
        for (MembershipView membership : ended) {
            write(json, membership);
        }
        json.writeEndArray();
    }
}
