package io.eicbridge.directory;

import java.time.Instant;

/**
 * An account that the bridge made invisible in Intercom.
 *
 * @param manner how: {@code archive} or {@code block}
 * @param request by which provisioning request
 * @param settledRun the newest run that existed when Intercom had done it, null until then
 * @param since when Intercom was about to be asked
 */
public record DisabledAccount(String id, String manner, State state, long request, Long settledRun, Instant since) {

    /** How far it is. */
    public enum State {
        /** Intercom is being asked to, or was and the answer is lost. */
        DISABLING,
        /** Intercom has done it. */
        DISABLED,
        /** Intercom is being asked to bring the account back, or has done so and no import has seen it yet. */
        ENABLING
    }

    /** Whether it is a surprise that the run finds the account live; what runs from before know of it is old. */
    public boolean returnedIn(long run) {
        return state == State.DISABLED && settledRun != null && run > settledRun;
    }

    /** Why the account is inactive, in the words that are listed. */
    public String reason() {
        String done = manner.equals("block") ? "blocked" : "archived";
        return "disabled by the bridge: " + done + ", request " + request;
    }
}
