package io.eicbridge.directory;

import java.util.Map;
import java.util.Set;

/**
 * What storing one page of accounts did.
 *
 * @param created accounts that were not known
 * @param changed known accounts with other content, and gone ones that are back
 * @param unchanged known accounts with the same content
 * @param accounts account id to key, of the whole page
 * @param fresh keys of the created ones, which cannot hold anything yet
 * @param again ids of those that the run had stored before
 * @param returned ids of those that were gone and came back
 */
public record StoredPage(
        int created,
        int changed,
        int unchanged,
        Map<String, Long> accounts,
        Set<Long> fresh,
        Set<String> again,
        Set<String> returned) {}
