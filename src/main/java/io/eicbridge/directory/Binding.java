package io.eicbridge.directory;

import java.util.Optional;

/** What an endpoint is a copy of: the workspace, and the scope that its last run read. */
public record Binding(Optional<String> workspace, Optional<String> scope) {}
