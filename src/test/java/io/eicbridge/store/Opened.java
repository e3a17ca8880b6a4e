package io.eicbridge.store;

/** The store of one database, opened at its first use. */
final class Opened {
    private final StoreSettings settings;
    private Store store;

    Opened(StoreSettings settings) {
        this.settings = settings;
    }

    StoreSettings settings() {
        return settings;
    }

    Store store() {
        if (store == null) {
            store = Store.open(settings);
        }
        return store;
    }

    void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
