/** The HTTP server where calls come in: what routes cannot see of it, and what it would answer by itself. */
package io.eicbridge.flow.door;
