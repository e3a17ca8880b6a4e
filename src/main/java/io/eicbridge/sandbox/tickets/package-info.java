/** The tickets of the made-up workspace: their types, states and jobs, and what agents do with them. */
package io.eicbridge.sandbox.tickets;
