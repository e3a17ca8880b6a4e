/** What the journal keeps of provisioning requests: what was asked, each attempt and its outcome, steps taken, pauses and the audit. */
package io.eicbridge.journal.request;
