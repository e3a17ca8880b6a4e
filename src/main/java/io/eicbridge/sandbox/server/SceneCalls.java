package io.eicbridge.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.workspace.Census;
import io.eicbridge.sandbox.workspace.Effects;
import io.eicbridge.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The controls of time, permissions, faults and counters under {@code /sandbox}. */
final class SceneCalls {
    private final Workspace workspace;
    private final Scene scene;
    private final Runnable reset;

    SceneCalls(Workspace workspace, Scene scene, Runnable reset) {
        this.workspace = workspace;
        this.scene = scene;
        this.reset = reset;
    }

    List<Endpoint> all() {
        return List.of(
                ControlCalls.does("PUT", "/sandbox/clock", this::clock),
                ControlCalls.does("PUT", "/sandbox/scopes", this::scopes),
                ControlCalls.does("PUT", "/sandbox/features", this::features),
                ControlCalls.does(
                        "POST", "/sandbox/faults", asked -> scene.faults().add(fault(asked.body()))),
                ControlCalls.does(
                        "DELETE", "/sandbox/faults", asked -> scene.faults().clear()),
                ControlCalls.does(
                        "DELETE", "/sandbox/traffic", asked -> scene.traffic().reset()),
                ControlCalls.does("POST", "/sandbox/reset", asked -> reset.run()),
                ControlCalls.does("DELETE", "/sandbox/effects", asked -> workspace
                        .effects()
                        .reset()),
                Endpoint.of("GET", "/sandbox/effects", (asked, none, out) -> effects(workspace.effects(), out)),
                Endpoint.of("GET", "/sandbox/traffic", (asked, none, out) -> traffic(scene.traffic(), out)),
                Endpoint.of("GET", "/sandbox/census", (asked, none, out) -> census(Census.of(workspace), out)));
    }

    private void clock(Asked asked) {
        scene.controls()
                .clockOffset(
                        Duration.ofSeconds(asked.body().path("offset_seconds").longValue()));
    }

    private void scopes(Asked asked) {
        scene.scopes().restore();
        asked.body().path("missing").forEach(scope -> scene.scopes().revoke(scope.asText()));
    }

    private void features(Asked asked) {
        asked.body().properties().forEach(feature -> workspace
                .features()
                .set(feature.getKey(), feature.getValue().asBoolean()));
    }

    private static Fault fault(JsonNode body) {
        Fault fault = Fault.of(FaultKind.valueOf(body.path("kind").asText().toUpperCase(Locale.ROOT)));
        return fault.by(body.path("method").asText(fault.method()))
                .on(body.path("path").asText(fault.path()))
                .after(body.path("after").asInt(fault.after()))
                .times(body.path("times").asInt(fault.times()))
                .withProbability(body.path("probability").asDouble(fault.probability()))
                .withStatus(body.path("status").asInt(fault.status()))
                .withDelay(Duration.ofMillis(body.path("delay_ms").asLong(1000)));
    }

    private static void traffic(Traffic traffic, JsonBytes out) {
        out.raw("{\"total\":").number(traffic.total());
        out.raw(",\"most_refused_per_window\":").number(traffic.mostRefusedPerWindow());
        out.raw(",\"most_at_once\":").number(traffic.mostAtOnce()).raw(",\"answers\":");
        counts(traffic.answers(), out);
        out.raw("}");
    }

    private static void effects(Effects effects, JsonBytes out) {
        Map<String, Integer> kinds = effects.byKind();
        out.raw("{\"counts\":");
        counts(kinds, out);
        out.raw(",\"objects\":{");
        boolean first = true;
        for (String kind : kinds.keySet()) {
            out.comma(first).text(kind).raw(":");
            counts(effects.byObject(kind), out);
            first = false;
        }
        out.raw("}}");
    }

    private static void census(Census census, JsonBytes out) {
        out.raw("{\"contacts\":")
                .number(census.contacts())
                .raw(",\"teammates\":")
                .number(census.teammates());
        census.holders().forEach((kind, counts) -> {
            out.raw(",\"").raw(kind.name().toLowerCase(Locale.ROOT)).raw("\":");
            counts(counts, out);
        });
        out.raw("}");
    }

    private static void counts(Map<String, ? extends Number> counts, JsonBytes out) {
        out.raw("{");
        boolean first = true;
        for (Map.Entry<String, ? extends Number> count : counts.entrySet()) {
            out.comma(first)
                    .text(count.getKey())
                    .raw(":")
                    .number(count.getValue().longValue());
            first = false;
        }
        out.raw("}");
    }
}
