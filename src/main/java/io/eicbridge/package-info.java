/** Starts the bridge and wires its rooms together. */
package io.eicbridge;
