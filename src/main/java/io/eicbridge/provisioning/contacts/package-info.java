/** What each operation on contacts, and on their tags and companies, asks of Intercom: one bean a step, each call sent by its route. */
package io.eicbridge.provisioning.contacts;
