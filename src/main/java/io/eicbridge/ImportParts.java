package io.eicbridge;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.FreshReads;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Publications;
import io.eicbridge.directory.UntoldEntitlements;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.MemberReadings;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import io.eicbridge.journal.Watermarks;
import io.eicbridge.store.Store;
import java.time.Clock;

/** The parts of directory and journal that everything of the imports shares. */
record ImportParts(
        Store store,
        Clock clock,
        Accounts accounts,
        Entitlements entitlements,
        Memberships memberships,
        MembershipPages membershipPages,
        Publications publications,
        Endpoints endpoints,
        Runs runs,
        Slices slices,
        DeadLetters deadLetters,
        Watermarks watermarks,
        MemberReadings readings,
        Hints hints,
        DisabledAccounts disabled,
        FreshReads freshReads,
        UntoldEntitlements untold) {

    static ImportParts in(Store store, Clock clock) {
        return new ImportParts(
                store,
                clock,
                new Accounts(),
                new Entitlements(),
                new Memberships(),
                new MembershipPages(),
                new Publications(),
                new Endpoints(),
                new Runs(clock),
                new Slices(),
                new DeadLetters(clock),
                new Watermarks(),
                new MemberReadings(),
                new Hints(clock),
                new DisabledAccounts(clock),
                new FreshReads(),
                new UntoldEntitlements());
    }
}
