/** The HTTP face towards EIC: reads what a caller asks for, and renders the directory in the External Connector Framework's words. */
package io.eicbridge.connector;
