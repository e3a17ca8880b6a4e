/** Takes Intercom's notifications: who sent them, and what they point at. */
package io.eicbridge.connector.webhook;
