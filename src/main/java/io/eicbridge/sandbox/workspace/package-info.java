/** The state of the made-up workspace: what was made up, and on top of it every change since. */
package io.eicbridge.sandbox.workspace;
