package io.eicbridge.sandbox;

import io.eicbridge.sandbox.answers.Version;
import io.eicbridge.sandbox.people.Population;
import io.eicbridge.sandbox.scim.ScimApi;
import io.eicbridge.sandbox.server.Faults;
import io.eicbridge.sandbox.server.SandboxServer;
import io.eicbridge.sandbox.server.Scene;
import io.eicbridge.sandbox.server.Scopes;
import io.eicbridge.sandbox.server.ServerSettings;
import io.eicbridge.sandbox.server.Traffic;
import io.eicbridge.sandbox.tickets.Agent;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.workspace.Census;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Effects;
import io.eicbridge.sandbox.workspace.Features;
import io.eicbridge.sandbox.workspace.Invitations;
import io.eicbridge.sandbox.workspace.TeamConflicts;
import io.eicbridge.sandbox.workspace.Workspace;
import java.io.IOException;
import java.net.URI;

/** A stand-in for Intercom on the loopback address, with a made-up workspace that can be changed and faults that can be switched on. */
public final class IntercomSandbox implements AutoCloseable {
    private final Workspace workspace;
    private final Scene scene;
    private final SandboxServer server;

    private IntercomSandbox(Workspace workspace, Scene scene, SandboxServer server) {
        this.workspace = workspace;
        this.scene = scene;
        this.server = server;
    }

    /** Starts a sandbox; a port in use is an {@link IOException} that names it. Its threads do not keep a program alive. */
    public static IntercomSandbox start(SandboxSettings settings) throws IOException {
        SandboxSettings.People people = settings.people();
        SandboxSettings.Rules rules = settings.rules();
        Population population = new Population(
                people.seed(), people.contacts(), settings.companies(), people.teammates(), people.asOf());
        Workspace workspace = new Workspace(population, rules.zone(), rules.clock(), rules.indexLag());
        Desk desk = Desk.empty(workspace.time(), rules.indexLag());
        Scene scene = new Scene(workspace, desk, rules.callsPerWindow(), people.seed());
        return new IntercomSandbox(
                workspace, scene, SandboxServer.start(workspace, desk, serverSettings(settings), scene));
    }

    private static ServerSettings serverSettings(SandboxSettings settings) {
        String named = settings.rules().maximumVersion();
        Version newest = Version.of(named)
                .orElseThrow(
                        () -> new IllegalArgumentException("The version \"" + named + "\" is not of the form 2.16"));
        Version usual = newest.since(16) ? new Version(2, 16) : newest;
        SandboxSettings.Wire wire = settings.wire();
        return new ServerSettings(
                wire.port(), wire.latency(), wire.token(), wire.scimToken(), newest, usual, wire.gzipLevel());
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The base of SCIM, without a slash at the end. */
    public URI scimUrl() {
        return URI.create(url() + ScimApi.BASE);
    }

    /** Those who were invited and have not joined. */
    public Invitations invitations() {
        return workspace.invitations();
    }

    /** The next writes of teams that collide with somebody else's. */
    public TeamConflicts teamConflicts() {
        return workspace.teamConflicts();
    }

    /** The id code of the workspace, as {@code GET /me} tells it. */
    public String workspaceId() {
        return Workspace.ID;
    }

    /** Changes to the workspace, as its users and teammates would make them. */
    public Controls controls() {
        return scene.controls();
    }

    /** What a support agent does with tickets. */
    public Agent agent() {
        return scene.agent();
    }

    /** What the plan of the workspace allows. */
    public Features features() {
        return workspace.features();
    }

    /** The faults that are switched on. */
    public Faults faults() {
        return scene.faults();
    }

    /** The permissions of the token. */
    public Scopes scopes() {
        return scene.scopes();
    }

    /** What was asked and answered so far. */
    public Traffic traffic() {
        return scene.traffic();
    }

    /** What calls of the API changed so far. */
    public Effects effects() {
        return workspace.effects();
    }

    /** What is true in the workspace right now, to compare an import with. */
    public Census census() {
        return Census.of(workspace);
    }

    @Override
    public void close() {
        server.close();
    }
}
