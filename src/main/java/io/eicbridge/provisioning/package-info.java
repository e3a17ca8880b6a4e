/** Carries out in Intercom what EIC decides: accepts requests, keeps their order, gives each attempt one outcome, retries and holds. */
package io.eicbridge.provisioning;
