/** Queue items: tickets that ask a person to do what Intercom's API cannot, polled and verified. */
package io.eicbridge.provisioning.queue;
