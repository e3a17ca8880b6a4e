/** What Intercom answers: its JSON, straight to bytes, and its refusals. */
package io.eicbridge.sandbox.answers;
