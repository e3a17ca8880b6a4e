/** People and companies made up from a seed: every value is a function of a position, nothing is held. */
package io.eicbridge.sandbox.people;
