/** What EIC decides about teammates: by SCIM and the Preview API where they are set up, by queue items else. */
package io.eicbridge.provisioning.teammates;
