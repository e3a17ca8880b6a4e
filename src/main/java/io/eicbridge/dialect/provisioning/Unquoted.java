package io.eicbridge.dialect.provisioning;

/**
 * An expression that stands without quotes in a JSON text.
 *
 * @param code with <code>${</code> and <code>}</code>
 */
record Unquoted(String code) {}
