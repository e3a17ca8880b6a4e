/** EIC's connection parameters, read and checked once and applied to many records; knows neither Intercom nor SQL. */
package io.eicbridge.dialect;
