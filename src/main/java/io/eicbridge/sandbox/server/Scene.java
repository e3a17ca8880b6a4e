package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.tickets.Agent;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Workspace;

/** Everything around a workspace that a test can change or look at. */
public final class Scene {
    private final Controls controls;
    private final Desk desk;
    private final Agent agent;
    private final Faults faults;
    private final Scopes scopes = new Scopes();
    private final RateWindow window;
    private final Traffic traffic;

    /** The scene of a workspace whose token may make so many calls in ten seconds. */
    public Scene(Workspace workspace, Desk desk, int callsPerWindow, long seed) {
        this.controls = new Controls(workspace);
        this.desk = desk;
        this.agent = new Agent(desk);
        this.faults = new Faults(seed);
        this.window = new RateWindow(workspace.time(), callsPerWindow);
        this.traffic = new Traffic(window);
    }

    /** Changes to the workspace. */
    public Controls controls() {
        return controls;
    }

    /** What a support agent does with tickets. */
    public Agent agent() {
        return agent;
    }

    /** The faults. */
    public Faults faults() {
        return faults;
    }

    /** The permissions of the token. */
    public Scopes scopes() {
        return scopes;
    }

    /** The counters. */
    public Traffic traffic() {
        return traffic;
    }

    RateWindow window() {
        return window;
    }

    /** Takes everything back to how it began. */
    void reset() {
        controls.reset();
        desk.reset();
        faults.clear();
        scopes.restore();
        traffic.reset();
    }
}
