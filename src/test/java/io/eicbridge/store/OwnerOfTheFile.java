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
            if (url.length > 1) {
                commit(store);
            }
            System.in.read();
        }
    }

    /** Prints the number of each row once its commit returned, until it is killed or nobody listens any more. */
    private static void commit(Store store) {
        for (int row = 1; row <= 100_000 && !System.out.checkError(); row++) {
            String name = "row" + row;
            store.inTransaction(handle -> handle.execute(
                    "insert into leases (name, holder, until_at) values (?, 'x', current_timestamp)", name));
            System.out.println(row);
        }
    }
}
