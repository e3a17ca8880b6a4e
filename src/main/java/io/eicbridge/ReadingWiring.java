package io.eicbridge;

import io.eicbridge.importing.Absences;
import io.eicbridge.importing.AccessPages;
import io.eicbridge.importing.AccountMapping;
import io.eicbridge.importing.AccountPages;
import io.eicbridge.importing.AccountPlan;
import io.eicbridge.importing.AccountStore;
import io.eicbridge.importing.AsideHints;
import io.eicbridge.importing.Checkpoints;
import io.eicbridge.importing.CompanyScroll;
import io.eicbridge.importing.Completeness;
import io.eicbridge.importing.Confirmations;
import io.eicbridge.importing.ContactSlices;
import io.eicbridge.importing.DisabledContacts;
import io.eicbridge.importing.EntitlementPages;
import io.eicbridge.importing.EntitlementStore;
import io.eicbridge.importing.HeldStore;
import io.eicbridge.importing.ImportPlan;
import io.eicbridge.importing.ImportSettings;
import io.eicbridge.importing.IncrementalPlan;
import io.eicbridge.importing.LastLogins;
import io.eicbridge.importing.MemberCounts;
import io.eicbridge.importing.MemberPages;
import io.eicbridge.importing.MemberPlan;
import io.eicbridge.importing.MemberReadingPlan;
import io.eicbridge.importing.RefusedRecords;
import io.eicbridge.importing.RunTransactions;
import io.eicbridge.importing.SearchLag;
import io.eicbridge.importing.SingleReads;
import io.eicbridge.importing.UnknownMembers;
import io.eicbridge.importing.WorkspaceCheck;
import java.util.Map;

/** Makes the beans that plan what a run reads, and read, map and store it page by page. */
final class ReadingWiring {
    private final ImportParts parts;
    private final ImportSettings settings;
    private final RunTransactions transactions;
    private final ContactSlices contacts;
    private final LastLogins logins;
    private final Checkpoints checkpoints;
    private final SearchLag lag;
    private final EntitlementStore values;
    private final AccountMapping mapping = new AccountMapping();
    private final DisabledContacts disabled;
    private final AccountStore accounts;

    ReadingWiring(
            ImportParts parts,
            ImportSettings settings,
            RunTransactions transactions,
            HeldStore held,
            SearchLag lag,
            ContactSlices contacts,
            LastLogins logins,
            DisabledContacts disabled,
            Checkpoints checkpoints) {
        this.parts = parts;
        this.settings = settings;
        this.transactions = transactions;
        this.contacts = contacts;
        this.logins = logins;
        this.checkpoints = checkpoints;
        this.lag = lag;
        RefusedRecords refused = new RefusedRecords(parts.deadLetters(), parts.accounts(), parts.entitlements());
        this.values = new EntitlementStore(parts.entitlements(), refused, parts.untold(), parts.clock());
        this.disabled = disabled;
        this.accounts =
                new AccountStore(parts.accounts(), held, values, refused, disabled, checkpoints, lag, parts.clock());
    }

    Map<String, Object> beans() {
        return Map.of(
                "workspaceCheck",
                new WorkspaceCheck(transactions, parts.endpoints(), parts.runs()),
                "importPlan",
                plan(),
                "incrementalPlan",
                incrementalPlan(),
                "completeness",
                completeness(),
                "absences",
                absences(),
                "accountPages",
                new AccountPages(),
                "accountMapping",
                mapping,
                "accountStore",
                accounts,
                "accessPages",
                accessPages());
    }

    private ImportPlan plan() {
        return new ImportPlan(transactions, parts.slices(), accountPlan(), new MemberPlan(contacts));
    }

    AccountPlan accountPlan() {
        return new AccountPlan(parts.store(), parts.runs(), contacts, logins, settings);
    }

    private IncrementalPlan incrementalPlan() {
        MemberReadingPlan readings = new MemberReadingPlan(
                transactions,
                parts.runs(),
                parts.slices(),
                parts.readings(),
                parts.entitlements(),
                parts.memberships(),
                parts.publications(),
                new MemberCounts(contacts));
        return new IncrementalPlan(
                transactions,
                parts.runs(),
                parts.slices(),
                parts.watermarks(),
                parts.untold(),
                accountPlan(),
                new MemberPlan(contacts),
                readings,
                settings.incremental());
    }

    private Completeness completeness() {
        return new Completeness(
                parts.store(), parts.runs(), parts.slices(), parts.accounts(), disabled, contacts, settings);
    }

    private Absences absences() {
        return new Absences(parts.store(), parts.slices(), parts.accounts(), parts.entitlements(), parts.disabled());
    }

    private AccessPages accessPages() {
        EntitlementPages pages = new EntitlementPages(values, checkpoints);
        MemberPages members = new MemberPages(
                parts.accounts(),
                parts.entitlements(),
                parts.memberships(),
                new UnknownMembers(parts.slices()),
                checkpoints,
                lag,
                parts.clock());
        Confirmations confirmations =
                new Confirmations(mapping, accounts, disabled, pages, checkpoints, lag, parts.untold());
        SingleReads singles = new SingleReads(confirmations, pages, parts.untold(), checkpoints);
        AsideHints aside = new AsideHints(checkpoints, parts.hints(), parts.deadLetters());
        return new AccessPages(pages, members, confirmations, singles, new CompanyScroll(settings), aside);
    }
}
