/** What the journal keeps of queue items: the tickets that ask a person, and what the workspace holds for them. */
package io.eicbridge.journal.queue;
