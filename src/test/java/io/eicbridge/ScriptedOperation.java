package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A step in an operation route of a team that ends as the account's id says, so that every outcome can be asked for. */
public final class ScriptedOperation {
    private static final List<String> CARRIED_OUT = new CopyOnWriteArrayList<>();
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    private ScriptedOperation() {}

    /** Lets every request about an account whose id begins with {@code slow} wait until the gate is opened. */
    static void close() {
        gate = new CountDownLatch(1);
    }

    static void open() {
        gate.countDown();
    }

    /** How often something was carried out on an account. */
    static long times(String account) {
        return CARRIED_OUT.stream().filter(account::equals).count();
    }

    /** Carries one request out. */
    public static Effect act(ProvisioningRequest request) throws InterruptedException {
        String account = request.account() == null ? "new-1" : request.account();
        if (account.startsWith("slow")) {
            gate.await();
        }
        CARRIED_OUT.add(account);
        return switch (account.replaceFirst("-\\d+$", "")) {
            case "refused" -> throw new Rejected("Intercom refuses this contact.");
            case "passing" -> throw new Transient("Intercom is overloaded.", false, null, null);
            case "unpermitted" -> throw new Configuration("Grant the permission \"Write tags\".", "tag-write", null);
            case "queued" -> Effect.queued("t-1", "A person was asked.");
            default -> Effect.done(account, request.operation().word() + " was carried out.");
        };
    }
}
