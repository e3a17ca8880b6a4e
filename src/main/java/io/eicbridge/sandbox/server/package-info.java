/** The sandbox on the network: tokens, versions, rate limits, faults and the wire. */
package io.eicbridge.sandbox.server;
