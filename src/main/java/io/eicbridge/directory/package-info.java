/** The bridge's copy of Intercom's accounts, entitlements and memberships, and which published run may be seen of it. */
package io.eicbridge.directory;
