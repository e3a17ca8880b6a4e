package io.eicbridge.intercom;

import com.fasterxml.jackson.core.filter.TokenFilter;

/** Skips all of a list's items but their ids while the answer is read: members of a segment come as whole contacts. */
final class IdsOnly extends TokenFilter {
    /** What is read of such an answer. */
    static final TokenFilter ANSWER = new IdsOnly(false);

    private static final TokenFilter ITEMS = new IdsOnly(true);
    private final boolean item;

    private IdsOnly(boolean item) {
        this.item = item;
    }

    @Override
    public TokenFilter includeProperty(String name) {
        if (item) {
            return name.equals("id") ? INCLUDE_ALL : null;
        }
        return name.equals("data") ? ITEMS : INCLUDE_ALL;
    }

    /** A list without items is still a list. */
    @Override
    public boolean includeEmptyArray(boolean contentsFiltered) {
        return true;
    }
}
