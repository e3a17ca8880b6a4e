package io.eicbridge.journal;

/**
 * Something that could not be carried out and is kept whole.
 *
 * @param kind what it is, for instance {@code account}
 * @param subject Intercom's id of it, null where it has none; made to fit its column, for nobody else
 * @param run the run that met it, null outside of a run
 * @param payload the record itself: personal data, never logged
 */
public record NewDeadLetter(String endpoint, String kind, String subject, Long run, String reason, String payload) {
    /** Makes the subject fit. */
    public NewDeadLetter {
        subject = Subjects.fit(subject);
    }

    /** Without the payload, so that it does not reach a log. */
    @Override
    public String toString() {
        return "NewDeadLetter[endpoint=" + endpoint + ", kind=" + kind + ", run=" + run + ", reason=" + reason + "]";
    }
}
