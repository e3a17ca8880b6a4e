package io.eicbridge.store;

/** A database made for one test: opened on demand, dropped after it. */
public interface Database extends AutoCloseable {
    /** How a bridge would be told of it. */
    StoreSettings settings();

    /** The open store, the same one until it is reopened. */
    Store store();

    /** Closes the store and opens the database anew, as the next start of a bridge would. */
    Store reopen();

    @Override
    void close();
}
