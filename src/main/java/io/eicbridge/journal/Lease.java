package io.eicbridge.journal;

import java.time.Instant;

/** Who may do something alone, and until when by the database's clock unless it goes on holding. */
public record Lease(String name, String holder, Instant until) {}
