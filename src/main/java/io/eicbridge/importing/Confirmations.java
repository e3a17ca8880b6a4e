package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.directory.UntoldEntitlements;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.NewSlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Intercom about one account or entitlement that a full run did not see, before it counts as gone. */
public final class Confirmations {
    /** What stands in a slice whose subject is gone, before the reason. */
    static final String GONE = "gone: ";
    /** What stands in a slice whose subject the bridge made invisible, before the reason. */
    static final String DISABLED = "disabled: ";
    /** How the reason of a merged contact begins, before the id of the other. */
    static final String MERGED = "merged into ";

    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
    private static final String LEFT = "left the scope";
    private static final String IN_SCOPE = "in-scope";
    private static final Pattern CANONICAL = Pattern.compile("</contacts/([^>]+)>");
    private static final Map<String, String> PATHS = Map.of(
            "Team", "/teams/",
            "Tag", "/tags/",
            "Segment", "/segments/",
            "Company", "/companies/");
    private final AccountMapping mapping;
    private final AccountStore accounts;
    private final DisabledContacts disabled;
    private final EntitlementPages pages;
    private final Checkpoints checkpoints;
    private final SearchLag lag;
    private final UntoldEntitlements untold;

    /** Confirmations whose live finds go to these stores. */
    public Confirmations(
            AccountMapping mapping,
            AccountStore accounts,
            DisabledContacts disabled,
            EntitlementPages pages,
            Checkpoints checkpoints,
            SearchLag lag,
            UntoldEntitlements untold) {
        this.mapping = mapping;
        this.accounts = accounts;
        this.disabled = disabled;
        this.pages = pages;
        this.checkpoints = checkpoints;
        this.lag = lag;
        this.untold = untold;
    }

    /** Whether an entitlement of this type can be asked for by its id. */
    static boolean possible(String type) {
        return PATHS.containsKey(type);
    }

    /** Where Intercom tells one entitlement of a type that is {@link #possible}. */
    static String path(String type, String id) {
        return PATHS.get(type) + CallPath.encoded(id);
    }

    Call ask(OpenSlice slice) {
        if (IN_SCOPE.equals(slice.cursor())) {
            return scope(slice).call(null);
        }
        if (slice.kind() == SliceKind.CONFIRM_ACCOUNT) {
            String path = slice.run().source().ofContacts() ? "/contacts/" : "/admins/";
            return Call.get(path + CallPath.encoded(slice.subject()))
                    .forAccount(slice.subject())
                    .accepting(404, 410);
        }
        return Call.get(path(type(slice), id(slice))).accepting(404);
    }

    void judge(OpenSlice slice, Answer answer) {
        if (IN_SCOPE.equals(slice.cursor())) {
            outOfScope(slice, answer);
        } else if (answer.status() == 410) {
            gone(slice, MERGED + canonical(answer.link()));
        } else if (answer.status() == 404) {
            notFound(slice);
        } else if (slice.kind() == SliceKind.CONFIRM_ACCOUNT) {
            missed(slice, answer);
        } else {
            alive(slice, answer);
        }
    }

    private void notFound(OpenSlice slice) {
        Optional<String> reason = slice.kind() == SliceKind.CONFIRM_ACCOUNT
                ? disabled.reason(slice.run(), slice.subject())
                : Optional.empty();
        if (reason.isPresent()) {
            checkpoints.close(slice, DISABLED + reason.get(), new Tally().add("accounts.disabled", 1));
        } else {
            gone(slice, slice.run().source().ofContacts() ? "archived or deleted" : "deleted");
        }
    }

    private void missed(OpenSlice slice, Answer answer) {
        if (slice.run().filters().isEmpty()) {
            live(slice, answer.body());
        } else {
            checkpoints.commit(slice, IN_SCOPE, List.of(), handle -> new Tally());
        }
    }

    /** Imports a contact that was told by its id; its own lists are read once all questions are answered. */
    void live(OpenSlice slice, JsonNode account) {
        Instant at = slice.told();
        live(slice, account, (handle, page) -> accounts.told(handle, slice.run(), page, at));
    }

    private void live(OpenSlice slice, JsonNode account, BiFunction<Handle, MappedPage, Tally> store) {
        LiveRun run = slice.run();
        MappedPage page = mapping.map(run, new AccountPage(List.of(account), null));
        if (!page.own().isEmpty()) {
            checkpoints.commit(slice, null, List.of(), handle -> accounts.account(handle, run, page));
            return;
        }
        List<NewSlice> more = new ArrayList<>(Completions.of(page));
        if (run.source().links("Segment")) {
            more.add(Completions.segments(slice.subject()));
        }
        int missed = slice.kind() == SliceKind.CONFIRM_ACCOUNT || run.isIncremental() ? 1 : 0;
        checkpoints.commit(
                slice, null, more, handle -> store.apply(handle, page).add("accounts.missed", missed));
    }

    private static Listing scope(OpenSlice slice) {
        return Listings.contactSearch(
                slice.run().query(ContactSlices.EVERYTHING, ContactSlices.id(slice.subject())),
                "created_at",
                "ascending");
    }

    private void outOfScope(OpenSlice slice, Answer answer) {
        List<JsonNode> found = scope(slice).read(answer).items();
        if (found.isEmpty()) {
            gone(slice, LEFT);
        } else {
            live(slice, found.get(0), (handle, page) -> accounts.account(handle, slice.run(), page));
        }
    }

    private void alive(OpenSlice slice, Answer answer) {
        String type = type(slice);
        if (slice.run().source().excluded().covers(type, EntitlementMapping.name(type, answer.body()))) {
            gone(slice, LEFT);
        } else {
            pages.store(slice, type, List.of(answer.body()), null);
        }
    }

    private void gone(OpenSlice slice, String reason) {
        boolean account = slice.kind() == SliceKind.CONFIRM_ACCOUNT;
        String what = account ? "accounts" : "entitlements." + type(slice);
        checkpoints.close(slice, GONE + reason, handle -> {
            if (account && !reason.equals(LEFT)) {
                lag.gone(handle, slice.run(), slice.told(), slice.subject());
            }
            nameless(handle, slice);
            return new Tally().add(what + ".gone", 1);
        });
    }

    /** Leaves a subject out that Intercom refuses to tell of, so that it does not keep others waiting. */
    void refused(OpenSlice slice, Rejected refusal) {
        LOG.warn("Left out: {} {}", refusal.getMessage(), slice.context());
        checkpoints.close(slice, "refused", handle -> {
            nameless(handle, slice);
            return new Tally().add("accounts.rejected", 1);
        });
    }

    /** An entitlement that has no name yet gets none, and is not asked about again for a while. */
    private void nameless(Handle handle, OpenSlice slice) {
        LiveRun run = slice.run();
        if (slice.kind() == SliceKind.CONFIRM_ENTITLEMENT && !run.dry()) {
            untold.asked(handle, run.getEndpoint(), type(slice), List.of(id(slice)), run.serverNow());
        }
    }

    private static String canonical(String link) {
        Matcher matcher = CANONICAL.matcher(link);
        return matcher.find() ? matcher.group(1) : "another contact";
    }

    static String type(OpenSlice slice) {
        return slice.subject().substring(0, slice.subject().indexOf(':'));
    }

    static String id(OpenSlice slice) {
        return slice.subject().substring(slice.subject().indexOf(':') + 1);
    }
}
