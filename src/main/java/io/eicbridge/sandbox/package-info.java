/** A stand-in for Intercom, with made-up people, spoken to over HTTP only. */
package io.eicbridge.sandbox;
