/** Carries requests out as a foreign connection package says: the calls of its parameters, one after the other. */
package io.eicbridge.provisioning.parameter;
