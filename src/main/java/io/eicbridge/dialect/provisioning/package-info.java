/** EIC's provisioning parameters: which calls an operation makes, what they send, and which answers count as success. */
package io.eicbridge.dialect.provisioning;
