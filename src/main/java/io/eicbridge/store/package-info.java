/** The one door to the SQL database: its connections, its schema and its transactions. */
package io.eicbridge.store;
