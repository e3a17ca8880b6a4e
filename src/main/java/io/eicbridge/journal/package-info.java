/** What the bridge is doing and has done: runs, their slices and checkpoints, dead letters, and who holds which lease. */
package io.eicbridge.journal;
