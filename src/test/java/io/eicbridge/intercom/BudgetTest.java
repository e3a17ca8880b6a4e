package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Call CALL = Call.get("/contacts");

    @ParameterizedTest
    @CsvSource({"16,83,40", "64,166,100", "64,20,300", "64,1666,100", "3,10,900", "1,7,200"})
    void usesUpEveryWindowAndIsNeverRefused(int callers, int limit, long millis) {
        for (long seed = 0; seed < 10; seed++) {
            LimitedServer server = new LimitedServer(limit);
            new BudgetSimulation(seed, 0.2, server, millis)
                    .callers(callers, Lane.PROVISIONING)
                    .run(60);
            assertThat(server.refused()).as("seed %d", seed).isEmpty();
            assertThat(whole(server))
                    .allSatisfy(used -> assertThat(used).isEqualTo(expected(callers, limit, millis, used)));
        }
    }

    @Test
    void fullImportsLeaveTheShareFreeAndUseAllTheRest() {
        for (long seed = 0; seed < 10; seed++) {
            LimitedServer server = new LimitedServer(100);
            new BudgetSimulation(seed, 0.2, server, 50).callers(32, Lane.FULL).run(60);
            assertThat(whole(server)).as("seed %d", seed).isNotEmpty().containsOnly(80);
        }
    }

    @Test
    void everyLaneLeavesLessFreeThanTheOneAfterIt() {
        List<Integer> reserves = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            reserves.add(lane.reserve(1_666, 0.2));
        }
        assertThat(reserves).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(334);
        assertThat(Lane.FULL.reserve(1, 0.9)).isZero();
    }

    @Test
    void provisioningGoesOnWhereFullImportsWait() {
        LimitedServer server = new LimitedServer(100);
        BudgetSimulation simulation = new BudgetSimulation(1, 0.2, server, 50)
                .callers(16, Lane.FULL)
                .callers(1, Lane.PROVISIONING)
                .run(60);
        assertThat(server.refused()).isEmpty();
        assertThat(whole(server)).containsOnly(100);
        assertThat(simulation.sent().get(Lane.PROVISIONING)).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64})
    void findsOutAWindowThatOthersUsedUpWithASingleCall(int callers) {
        for (long seed = 0; seed < 10; seed++) {
            LimitedServer server = new LimitedServer(50);
            BudgetSimulation simulation = new BudgetSimulation(seed, 0.2, server, 30).callers(callers, Lane.FULL);
            server.exhaust(simulation.now());
            simulation.run(40);
            assertThat(server.refused().values()).as("seed %d", seed).containsExactly(1);
        }
    }

    @Test
    void lostCallsNeitherWidenNorBlockTheBudget() {
        for (long seed = 0; seed < 10; seed++) {
            LimitedServer server = new LimitedServer(50);
            new BudgetSimulation(seed, 0.0, server, 30)
                    .losing(0.3)
                    .callers(16, Lane.FULL)
                    .run(60);
            assertThat(server.refused()).isEmpty();
            assertThat(whole(server)).allSatisfy(used -> assertThat(used).isGreaterThan(50 - 16));
        }
    }

    @Test
    void anAnswerOfAnOlderWindowOrWithMoreRemainingDoesNotWidenTheBudget() {
        Budget budget = new Budget(0.0);
        send(budget, 4, 0);
        answer(budget, 200, 10, 2, 1_003, 1_010, 0);
        answer(budget, 200, 10, 5, 1_003, 1_010, 0);
        answer(budget, 200, 10, 9, 999, 1_000, 0);
        answer(budget, 200, 10, 3, 1_003, 1_010, 0);
        assertThat(sendAll(budget, 0)).isEqualTo(2);
    }

    @Test
    void aFullWindowIsOpenedByTheServersClockAlone() {
        Budget budget = new Budget(0.0);
        send(budget, 1, 0);
        answer(budget, 200, 10, 0, 1_003, 1_010, 0);
        assertThat(budget.pause(Lane.FULL, 0)).isEqualTo(7 * SECOND);
        assertThat(budget.pause(Lane.FULL, 7 * SECOND - 1)).isEqualTo(1);
        assertThat(sendAll(budget, 7 * SECOND)).isEqualTo(10);
    }

    @Test
    void theClosestDateCountsAndNotTheLatest() {
        Budget budget = new Budget(0.0);
        send(budget, 2, 0);
        answer(budget, 200, 10, 1, 1_004, 1_010, 0);
        answer(budget, 200, 10, 0, 1_004, 1_010, SECOND * 9 / 10);
        assertThat(budget.pause(Lane.FULL, SECOND)).isEqualTo(5 * SECOND);
    }

    @Test
    void afterARefusalNobodyCallsBeforeTheResetAndThenOneAlone() {
        Budget budget = new Budget(0.0);
        send(budget, 2, 0);
        answer(budget, 200, 10, 8, 1_003, 1_010, 0);
        answer(budget, 429, 10, 0, 1_004, 1_010, SECOND);
        assertThat(budget.pause(Lane.PROVISIONING, SECOND)).isEqualTo(6 * SECOND);
        assertThat(sendAll(budget, 7 * SECOND)).isEqualTo(1);
        answer(budget, 200, 10, 9, 1_010, 1_020, 7 * SECOND);
        assertThat(sendAll(budget, 7 * SECOND)).isEqualTo(9);
    }

    @Test
    void retryAfterCountsWhereItIsLaterThanTheReset() {
        Budget budget = new Budget(0.0);
        send(budget, 1, 0);
        Map<String, Object> headers = new HashMap<>(LimitedServer.headers(429, 10, 0, 1_003, 1_005));
        headers.put("retry-after", 30);
        budget.answered(CALL, new AnswerHeaders(headers), 0);
        assertThat(budget.pause(Lane.PROVISIONING, 0)).isEqualTo(30 * SECOND);
    }

    @Test
    void aRefusalWithoutHeadersIsWaitedOutForAWindow() {
        Budget budget = new Budget(0.0);
        send(budget, 1, 0);
        budget.answered(CALL, new AnswerHeaders(Map.of("CamelHttpResponseCode", 429)), 0);
        assertThat(budget.pause(Lane.PROVISIONING, 0)).isEqualTo(10 * SECOND);
        assertThat(sendAll(budget, 10 * SECOND)).isEqualTo(1);
    }

    @Test
    void aLateRefusalOfAnOlderWindowBlocksNobody() {
        Budget budget = new Budget(0.0);
        send(budget, 2, 0);
        answer(budget, 200, 10, 9, 1_010, 1_020, 0);
        answer(budget, 429, 10, 0, 1_009, 1_010, 0);
        assertThat(budget.pause(Lane.FULL, 0)).isZero();
    }

    @Test
    void moreAndMoreCallsGoWhereNoAnswerTellsARate() {
        Budget budget = new Budget(0.2);
        for (int allowed = 1; allowed < 5; allowed++) {
            assertThat(sendAll(budget, 0)).isEqualTo(allowed);
            budget.answered(CALL, new AnswerHeaders(Map.of("CamelHttpResponseCode", 200)), 0);
            for (int i = 1; i < allowed; i++) {
                budget.lost(CALL, 0);
            }
        }
    }

    @Test
    void anAnswerWithoutHeadersStillSpendsACall() {
        Budget budget = new Budget(0.0);
        send(budget, 2, 0);
        answer(budget, 200, 10, 5, 1_003, 1_010, 0);
        budget.answered(CALL, new AnswerHeaders(Map.of("CamelHttpResponseCode", 200)), 0);
        assertThat(sendAll(budget, 0)).isEqualTo(4);
    }

    @Test
    void takesAWindowOfTenSecondsWhereTheServerTellsNoDate() {
        Budget budget = new Budget(0.0);
        send(budget, 1, 0);
        budget.answered(
                CALL,
                new AnswerHeaders(Map.of(
                        "CamelHttpResponseCode",
                        200,
                        "X-RateLimit-Limit",
                        10,
                        "X-RateLimit-Remaining",
                        0,
                        "X-RateLimit-Reset",
                        1_010)),
                0);
        assertThat(budget.pause(Lane.FULL, 0)).isEqualTo(10 * SECOND);
    }

    @Test
    void aCallThatWasNeverReportedIsForgotten() {
        Budget budget = new Budget(0.0);
        send(budget, 1, 0);
        assertThat(budget.pause(Lane.FULL, SECOND)).isPositive();
        assertThat(budget.pause(Lane.FULL, 301 * SECOND)).isZero();
    }

    @Test
    void aServerWhoseClockIsAheadDoesNotDecideForEver() {
        Budget budget = new Budget(0.0);
        send(budget, 1, 0);
        answer(budget, 200, 10, 5, 1_009, 1_010, 0); // the true second is 1003
        long ticks = 0;
        for (long reset = 1_020; reset <= 1_040; reset += 10) {
            ticks = (reset - 10 - 1_003) * SECOND;
            send(budget, 1, ticks);
            answer(budget, 200, 10, 0, reset - 10, reset, ticks);
        }
        assertThat(budget.pause(Lane.FULL, ticks)).isEqualTo(10 * SECOND);
    }

    private static int expected(int callers, int limit, long millis, int used) {
        // so few callers with so slow answers cannot use up a window: they are not to wait at all
        boolean bound = limit > callers * 10_000L / millis / 2;
        return bound ? Math.max(used, (int) (callers * 10_000L / millis / 2)) : limit;
    }

    /** Calls served in each window but the first and the last, which were cut. */
    private static List<Integer> whole(LimitedServer server) {
        List<Integer> used = new ArrayList<>(server.served().values());
        return used.subList(1, used.size() - 1);
    }

    private static void send(Budget budget, int calls, long ticks) {
        for (int i = 0; i < calls; i++) {
            budget.take(CALL, ticks);
        }
    }

    private static void answer(Budget budget, int status, int limit, int remaining, long date, long reset, long ticks) {
        budget.answered(CALL, new AnswerHeaders(LimitedServer.headers(status, limit, remaining, date, reset)), ticks);
    }

    /** Sends as many calls as may be sent and says how many that were. */
    private static int sendAll(Budget budget, long ticks) {
        int count = 0;
        while (count < 1_000 && budget.pause(Lane.FULL, ticks) == 0) {
            budget.take(CALL, ticks);
            count++;
        }
        return count;
    }
}
