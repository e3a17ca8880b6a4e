package io.eicbridge.sandbox.tickets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Work that Intercom does by and by: each job is pending for so many polls and then tells how it ended. */
public final class Jobs {
    private static final int USUAL_POLLS = 2;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private int created;
    private volatile int polls = USUAL_POLLS;
    private volatile boolean failing;

    /** One job; {@code ticket} is the id of what it made, null where it failed. */
    public record Job(String id, int pollsLeft, String ticket) {
        /** {@code pending}, {@code success} or {@code failed}. */
        public String status() {
            return pollsLeft > 0 ? "pending" : ticket == null ? "failed" : "success";
        }
    }

    synchronized void reset() {
        jobs.clear();
        created = 0;
        polls = USUAL_POLLS;
        failing = false;
    }

    /** From now on jobs are pending for so many polls, and fail or do not. */
    public void become(int pendingPolls, boolean fail) {
        polls = pendingPolls;
        failing = fail;
    }

    /** True where jobs that begin now will fail. */
    public boolean isFailing() {
        return failing;
    }

    /** A new job that made a ticket, or null where it failed. */
    public synchronized Job begin(String ticket) {
        Job job = new Job(String.valueOf(20 + created++), polls, ticket);
        jobs.put(job.id(), job);
        return job;
    }

    /** The job of that id, one poll nearer to its end. */
    public synchronized Optional<Job> poll(String id) {
        Job job = jobs.get(id);
        if (job != null) {
            jobs.put(id, new Job(id, Math.max(0, job.pollsLeft() - 1), job.ticket()));
        }
        return Optional.ofNullable(job);
    }
}
