package io.eicbridge.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** When the members of each entitlement were last read, and how many there were. */
public final class MemberReadings {

    /** The readings of a type by the entitlement's id. */
    public Map<String, MemberReading> of(Handle handle, String endpoint, String type) {
        Map<String, MemberReading> readings = new HashMap<>();
        handle.createQuery("select entitlement_id, members, read_at, counted_at, settled from member_readings"
                        + " where endpoint = :endpoint and type = :type")
                .bind("endpoint", endpoint)
                .bind("type", type)
                .map((row, context) -> new MemberReading(
                        row.getString("entitlement_id"),
                        row.getLong("members"),
                        RunRows.time(row, "read_at"),
                        RunRows.time(row, "counted_at"),
                        row.getBoolean("settled")))
                .forEach(reading -> readings.put(reading.entitlement(), reading));
        return readings;
    }

    /** Keeps readings, each in the place of the one before it. */
    public void save(Handle handle, String endpoint, String type, Collection<MemberReading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        handle.createUpdate("delete from member_readings where endpoint = :endpoint and type = :type"
                        + " and entitlement_id = any(:ids)")
                .bind("endpoint", endpoint)
                .bind("type", type)
                .bindArray(
                        "ids",
                        String.class,
                        readings.stream().map(MemberReading::entitlement).toList())
                .execute();
        insert(handle, endpoint, type, readings);
    }

    private static void insert(Handle handle, String endpoint, String type, Collection<MemberReading> readings) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into member_readings (endpoint, type, entitlement_id, members, read_at, counted_at, settled)"
                        + " values (:endpoint, :type, :id, :members, :readAt, :countedAt, :settled)");
        for (MemberReading reading : readings) {
            batch.bind("endpoint", endpoint)
                    .bind("type", type)
                    .bind("id", reading.entitlement())
                    .bind("members", reading.members())
                    .bind("readAt", reading.readAt())
                    .bind("countedAt", reading.countedAt())
                    .bind("settled", reading.settled())
                    .add();
        }
        batch.execute();
    }
}
