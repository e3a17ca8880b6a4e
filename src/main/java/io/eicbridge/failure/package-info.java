/** The three kinds of failure, decided once where they happen: worth another try, never worth it, or not ours to mend. */
package io.eicbridge.failure;
