package io.eicbridge.store;

import java.io.IOException;

/** A process of its own that opens a database and holds it until it is ended. */
final class OwnerOfTheFile {
    static final String OPEN = "open";

    private OwnerOfTheFile() {}

    public static void main(String[] url) throws IOException {
        try (Store store = Store.open(new StoreSettings(url[0], "", ""))) {
            store.read(handle -> handle.execute("select 1"));
            System.out.println(OPEN);
            System.in.read();
        }
    }
}
