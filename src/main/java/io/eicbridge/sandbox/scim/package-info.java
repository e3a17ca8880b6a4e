/** Intercom's SCIM 2.0 surface: the only way by which teammates come, change and go without a person. */
package io.eicbridge.sandbox.scim;
