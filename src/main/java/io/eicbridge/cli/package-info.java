/** The commands that people type: arguments, progress, reports, and every failure in clear words. */
package io.eicbridge.cli;
