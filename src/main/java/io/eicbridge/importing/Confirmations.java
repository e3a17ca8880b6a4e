package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.NewSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Intercom about one account or entitlement that a full run did not see, before it counts as gone. */
public final class Confirmations {
    /** What stands in a slice whose subject is gone, before the reason. */
    static final String GONE = "gone: ";
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
    private final EntitlementPages pages;
    private final Checkpoints checkpoints;

    /** Confirmations whose live finds go to these stores. */
    public Confirmations(
            AccountMapping mapping, AccountStore accounts, EntitlementPages pages, Checkpoints checkpoints) {
        this.mapping = mapping;
        this.accounts = accounts;
        this.pages = pages;
        this.checkpoints = checkpoints;
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
            gone(slice, slice.run().source().ofContacts() ? "archived or deleted" : "deleted");
        } else if (slice.kind() == SliceKind.CONFIRM_ACCOUNT) {
            missed(slice, answer);
        } else {
            alive(slice, answer);
        }
    }

    private void missed(OpenSlice slice, Answer answer) {
        if (slice.run().filters().isEmpty()) {
            live(slice, answer.body());
        } else {
            checkpoints.commit(slice, IN_SCOPE, List.of(), handle -> new Tally());
        }
    }

    /** Imports a contact that the lists missed; its own lists are read once all questions are answered. */
    void live(OpenSlice slice, JsonNode account) {
        LiveRun run = slice.run();
        MappedPage page = mapping.map(run, new AccountPage(List.of(account), null));
        List<NewSlice> more = new ArrayList<>(Completions.of(page));
        if (run.source().links("Segment")) {
            more.add(Completions.segments(slice.subject()));
        }
        checkpoints.commit(
                slice, null, more, handle -> accounts.account(handle, run, page).add("accounts.missed", 1));
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
            live(slice, found.get(0));
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
        String what = slice.kind() == SliceKind.CONFIRM_ACCOUNT ? "accounts" : "entitlements." + type(slice);
        checkpoints.close(slice, GONE + reason, new Tally().add(what + ".gone", 1));
    }

    /** Leaves a subject out that Intercom refuses to tell of, so that it does not keep others waiting. */
    void refused(OpenSlice slice, Rejected refusal) {
        LOG.warn("Left out: {} {}", refusal.getMessage(), slice.context());
        checkpoints.close(slice, "refused", new Tally().add("accounts.rejected", 1));
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
