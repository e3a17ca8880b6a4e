package io.eicbridge.importing;

import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Intercom confirmed to be gone, by reason and, for entitlements, by type before it.
 *
 * @param accounts reason to account ids
 * @param disabled reason to the ids of accounts that the bridge itself made invisible
 * @param entitlements type to reason to entitlement ids
 */
record GoneSubjects(
        Map<String, List<String>> accounts,
        Map<String, List<String>> disabled,
        Map<String, Map<String, List<String>>> entitlements) {

    /** Takes the answers out of a run's closed questions in the journal. */
    static GoneSubjects of(RunTransactions transactions, Slices slices, LiveRun run) {
        return of(transactions.read(handle -> slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text())));
    }

    private static GoneSubjects of(List<Slice> questions) {
        GoneSubjects gone = new GoneSubjects(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        questions.stream().filter(slice -> slice.cursor() != null).forEach(gone::take);
        return gone;
    }

    private void take(Slice slice) {
        if (slice.cursor().startsWith(Confirmations.DISABLED)) {
            add(disabled, slice.cursor().substring(Confirmations.DISABLED.length()), slice.subject());
        } else if (slice.cursor().startsWith(Confirmations.GONE)) {
            takeGone(slice);
        }
    }

    private void takeGone(Slice slice) {
        String reason = slice.cursor().substring(Confirmations.GONE.length());
        if (slice.kind().equals(SliceKind.CONFIRM_ACCOUNT.text())) {
            add(accounts, reason, slice.subject());
        } else {
            String[] subject = slice.subject().split(":", 2);
            add(entitlements.computeIfAbsent(subject[0], type -> new TreeMap<>()), reason, subject[1]);
        }
    }

    private static void add(Map<String, List<String>> byReason, String reason, String id) {
        byReason.computeIfAbsent(reason, missing -> new ArrayList<>()).add(id);
    }

    /** The contact into which the one that a question is about was merged, where it was. */
    static Optional<String> mergedInto(Slice question) {
        String merged = Confirmations.GONE + Confirmations.MERGED;
        return Optional.ofNullable(question.cursor())
                .filter(answer -> answer.startsWith(merged))
                .map(answer -> answer.substring(merged.length()))
                .filter(id -> !id.contains(" "));
    }

    List<String> accountIds() {
        return accounts.values().stream().flatMap(List::stream).toList();
    }
}
