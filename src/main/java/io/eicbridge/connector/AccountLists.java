package io.eicbridge.connector;

import io.eicbridge.directory.AccountPages;
import io.eicbridge.directory.AccountQuery;
import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.Pin;
import io.eicbridge.store.Store;
import java.io.InputStream;

/** Answers the contract's {@code /accounts}. */
public final class AccountLists {
    private final Store store;
    private final Catalogue catalogue;
    private final Pins pins;
    private final ListAnswers answers;
    private final AccountPages pages = new AccountPages();

    /** Accounts of the directory in this store. */
    public AccountLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers) {
        this.store = store;
        this.catalogue = catalogue;
        this.pins = pins;
        this.answers = answers;
    }

    /**
     * The JSON of a page of accounts, or of all; read from the directory while it is taken.
     *
     * @throws io.eicbridge.failure.Failure where the call is refused or nothing is there yet, see {@link ApiAnswers}
     */
    public InputStream open(Request request) {
        Population population = catalogue.population(request);
        ListRequest wish = answers.wish(request);
        if (wish.after().isPresent()) {
            throw Refusals.invalid("'after' is not for accounts: their 'offset' says where a page begins.");
        }
        AccountQuery query = AccountQueries.of(wish.view());
        RowRenderer<AccountView> rows = rows(population, wish);
        Pin pin = pins.require(population.endpoint(), wish.run());
        long total = store.read(handle -> pages.count(handle, pin, query));
        return answers.open(request, wish, pin, total, walk(pin, query, wish, rows));
    }

    /** Without a view the offset is the number of the last account before the page, which is found at once. */
    private Walk walk(Pin pin, AccountQuery query, ListRequest wish, RowRenderer<AccountView> rows) {
        if (query.equals(AccountQuery.ALL)) {
            OffsetWalk.Source<AccountView> source = (handle, offset, limit) -> pages.read(handle, pin, offset, limit);
            return new OffsetWalk<>(store, source, rows, wish.offset());
        }
        long limit = wish.pageSize().map(size -> size + 1L).orElse(Long.MAX_VALUE);
        return new ViewWalk(store, pages, new ViewWalk.View(pin, query, wish.offset(), limit), rows);
    }

    private static RowRenderer<AccountView> rows(Population population, ListRequest wish) {
        RowWriter writer = new RowWriter(Columns.ofAccounts(population.accountColumns())
                .chosen(wish.view().fields()));
        return (json, account) -> writer.attributes(account.attributes())
                .put("ACCOUNTID", account.id())
                .put("NAME", account.name())
                .put("STATUS", account.active() ? "1" : "0")
                .put("CUSTOMPROPERTY11", account.active() ? "Enabled" : "Disabled")
                .write(json);
    }
}
