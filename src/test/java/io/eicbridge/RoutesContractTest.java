package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every route that calls out does, found in the routes folder: a new one without an entry fails here. */
class RoutesContractTest {
    private static final int REDELIVERIES = 5;
    private RouteBed bed;

    /** Every route that calls Intercom, once for each of its calls: that one meets the trouble. */
    static Stream<Arguments> calls() {
        return CallingRoutes.found().stream()
                .flatMap(route -> IntStream.range(0, CallingRoutes.way(route).calls())
                        .mapToObj(before -> Arguments.of(route, before)));
    }

    static Stream<String> routes() {
        return CallingRoutes.found().stream();
    }

    @BeforeEach
    void start() throws Exception {
        bed = RouteBed.start();
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void onlyOneRouteSpeaksHttpToIntercomAndOneToItsScimServer() {
        assertThat(CallingRoutes.found()).isNotEmpty();
        assertThat(CallingRoutes.speakingHttp()).containsExactly("intercom-call-attempt", "scim-call-attempt");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void makesItsCallsAndLeavesNoHeaderBehind(String route) {
        Exchange ended = send(route);

        assertThat(ended.getException()).isNull();
        assertThat(bed.sandbox().traffic().total()).isEqualTo(calls(route));
        assertThat(bed.counted("success")).isEqualTo(calls(route));
        assertThat(ended.getMessage().getHeaders().keySet()).allMatch(name -> name.startsWith("CamelRedeliver"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void waitsAndTriesAgainWhenTheRateIsUsedUp(String route, int before) {
        Exchange ended = send(route, Fault.of(FaultKind.REFUSED).after(before).times(1));

        assertThat(ended.getException()).isNull();
        assertThat(bed.sandbox().traffic().total()).isEqualTo(calls(route) + 1);
        assertThat(bed.counted("refused")).isEqualTo(1);
        assertThat(bed.counted("success")).isEqualTo(calls(route));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void triesAgainAfterServerErrors(String route, int before) {
        Exchange ended = send(
                route,
                status(500).after(before).times(1),
                status(502).after(before).times(1),
                status(503).after(before).times(1));

        assertThat(ended.getException()).isNull();
        assertThat(bed.sandbox().traffic().total()).isEqualTo(calls(route) + 3);
        assertThat(bed.counted("transient")).isEqualTo(3);
        assertThat(bed.counted("success")).isEqualTo(calls(route));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void triesAgainAfterABrokenConnection(String route, int before) {
        Exchange ended = send(route, Fault.of(FaultKind.DROPPED).after(before).times(1));

        assertThat(ended.getException()).isNull();
        assertThat(bed.sandbox().traffic().total()).isEqualTo(calls(route) + 1);
        assertThat(bed.counted("lost")).isEqualTo(1);
        assertThat(bed.counted("success")).isEqualTo(calls(route));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void triesAgainAfterAnAnswerWithoutContent(String route, int before) {
        Exchange ended = send(route, Fault.of(FaultKind.EMPTY).after(before).times(1));

        assertThat(ended.getException()).isNull();
        assertThat(bed.sandbox().traffic().total()).isEqualTo(calls(route) + 1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void givesUpAfterSoManyTriesWithTheReason(String route, int before) {
        Exchange ended = send(route, status(503).after(before));

        assertThat(ended.getException()).isInstanceOf(Transient.class).hasMessageContaining("503");
        assertThat(bed.sandbox().traffic().total()).isEqualTo(before + 1 + REDELIVERIES);
        assertThat(bed.counted("transient")).isEqualTo(1 + REDELIVERIES);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void sendsACallThatIsRejectedOnce(String route, int before) {
        Exchange ended = send(route, status(422).after(before));

        assertThat(ended.getException()).isInstanceOf(Rejected.class).hasMessageContaining("422");
        assertThat(bed.sandbox().traffic().total()).isEqualTo(before + 1);
        assertThat(bed.counted("rejected")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void sendsACallWhoseTokenIsWrongOnce(String route, int before) {
        Exchange ended = send(route, status(401).after(before));

        assertThat(ended.getException())
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("intercom.access-token")
                .hasMessageNotContaining("a-token");
        assertThat(bed.sandbox().traffic().total()).isEqualTo(before + 1);
        assertThat(bed.counted("rejected")).isEqualTo(1);
    }

    private static Fault status(int status) {
        return Fault.of(FaultKind.STATUS).withStatus(status);
    }

    private static int calls(String route) {
        return CallingRoutes.way(route).calls();
    }

    private Exchange send(String route, Fault... faults) {
        Map<String, Object> variables = CallingRoutes.way(route).variables().apply(bed);
        bed.countAnew();
        for (Fault fault : faults) {
            bed.sandbox().faults().add(fault);
        }
        return bed.send(route, variables);
    }
}
