/** What EIC wants done in Intercom, as it comes in over the connector API, and the answers that it gets. */
package io.eicbridge.connector.provisioning;
