package io.eicbridge.cli;

/** An import as somebody asks for it; mode is {@code full} or {@code incremental}, a dry run changes nothing. */
public record ImportOrder(String endpoint, String mode, boolean dryRun) {}
