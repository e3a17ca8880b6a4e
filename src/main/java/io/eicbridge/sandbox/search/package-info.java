/** The search language over contacts: filters, orders, counts and pages. */
package io.eicbridge.sandbox.search;
