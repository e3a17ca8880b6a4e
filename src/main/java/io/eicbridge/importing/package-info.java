/** Imports: planning slices, reading pages, proving that nothing is missing, thresholds and the run report. */
package io.eicbridge.importing;
