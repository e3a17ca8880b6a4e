package io.eicbridge.directory;

import java.util.Optional;

/** Which accounts to list and in which order; what is empty does not restrict. */
public record AccountQuery(
        Optional<String> id, Optional<String> name, Optional<Boolean> active, Sort sort, boolean descending) {
    /** Every account in the order in which they were created. */
    public static final AccountQuery ALL =
            new AccountQuery(Optional.empty(), Optional.empty(), Optional.empty(), Sort.CREATION, false);

    /** What a list may be sorted by. */
    public enum Sort {
        CREATION("account"),
        ID("account_id"),
        NAME("name"),
        STATUS("case when status = 1 then 1 else 0 end");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    String conditions() {
        return (id.isPresent() ? " and account_id = :id" : "")
                + (name.isPresent() ? " and name_key = :nameKey and name = :name" : "")
                + (active.isPresent() ? " and status " + (active.get() ? "=" : "<>") + " 1" : "");
    }

    String order() {
        String direction = descending ? " desc" : "";
        return " order by " + sort.column + direction + (sort == Sort.CREATION ? "" : ", account" + direction);
    }
}
