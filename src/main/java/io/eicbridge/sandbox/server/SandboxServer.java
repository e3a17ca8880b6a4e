package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.Api;
import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.Endpoints;
import io.eicbridge.sandbox.answers.Mischief;
import io.eicbridge.sandbox.answers.Refusal;
import io.eicbridge.sandbox.scim.ScimApi;
import io.eicbridge.sandbox.scim.ScimForms;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Workspace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** The sandbox's web server on the loopback address: Intercom's API, and the controls beside it. */
public final class SandboxServer implements AutoCloseable {
    private static final int WORKERS = 8;
    private final Vertx vertx;
    private final HttpServer server;
    private final Reception reception;
    private final Reception scim;
    private final Answering controls;
    private final Wire wire;

    private SandboxServer(Vertx vertx, Reception reception, Reception scim, Answering controls, Wire wire) {
        this.vertx = vertx;
        this.reception = reception;
        this.scim = scim;
        this.controls = controls;
        this.wire = wire;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setHost("127.0.0.1")
                .setHttp2ClearTextEnabled(false)
                .setReuseAddress(true));
    }

    /** Starts a server for a workspace; a port in use is an {@link IOException} that names it. */
    public static SandboxServer start(Workspace workspace, Desk desk, ServerSettings settings, Scene scene)
            throws IOException {
        Vertx vertx = Vertx.vertx(options());
        Api api = new Api(workspace, desk);
        Packing packing = new Packing(settings.gzipLevel());
        Gate gate = new Gate(settings.token(), settings.newest(), settings.usual(), scene.scopes());
        Wire wire = new Wire(workspace.time(), "application/json; charset=utf-8");
        Answering answering = new Answering(api.endpoints(), gate, packing, Refusal::write);
        Reception reception =
                new Reception(vertx, gate, scene, scene.window(), answering, api, wire, settings.latency());
        Gate open = new Gate(null, settings.newest(), settings.usual(), new Scopes());
        Answering controls = new Answering(controlEndpoints(workspace, scene, api), open, packing, Refusal::write);
        Reception scim = scim(vertx, workspace, settings, scene, api);
        SandboxServer sandbox = new SandboxServer(vertx, reception, scim, controls, wire);
        sandbox.listen(settings.port());
        return sandbox;
    }

    /** SCIM is a surface of its own: another token, no versions, no rate limit, errors of its own form. */
    private static Reception scim(Vertx vertx, Workspace workspace, ServerSettings settings, Scene scene, Api api) {
        Gate gate = new Gate(settings.scimToken(), settings.newest(), settings.usual(), new Scopes());
        Packing packing = new Packing(settings.gzipLevel());
        Answering answering =
                new Answering(new Endpoints(new ScimApi(workspace).all()), gate, packing, ScimForms::error);
        Wire wire = new Wire(workspace.time(), "application/scim+json");
        return new Reception(vertx, gate, scene, null, answering, api, wire, settings.latency());
    }

    private static VertxOptions options() {
        return new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(WORKERS)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static Endpoints controlEndpoints(Workspace workspace, Scene scene, Api api) {
        Controls controls = scene.controls();
        Runnable reset = () -> {
            scene.reset();
            api.closeScroll();
        };
        List<Endpoint> all = new ArrayList<>(new ControlCalls(controls).all());
        all.addAll(new AgentCalls(scene.agent()).all());
        all.addAll(new TeammateCalls(workspace).all());
        all.addAll(new SceneCalls(workspace, scene, reset).all());
        return new Endpoints(all);
    }

    private void listen(int port) throws IOException {
        server.requestHandler(this::receive);
        try {
            server.listen(port).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            close();
            throw new IOException(
                    "The sandbox cannot listen on port " + port + ": choose another port", failure.getCause());
        }
    }

    private void receive(HttpServerRequest request) {
        String path = request.path();
        Future<Buffer> body = request.body();
        body.onSuccess(read -> {
            if (path.startsWith("/sandbox/")) {
                control(request, read);
            } else {
                (path.startsWith(ScimApi.BASE) ? scim : reception).receive(request, read);
            }
        });
    }

    private void control(HttpServerRequest request, Buffer body) {
        vertx.executeBlocking(() -> controls.answer(request, body, Mischief.NONE, "sandbox"), false)
                .onSuccess(reply -> wire.send(request, reply, null, "sandbox"))
                .onFailure(failure -> wire.drop(request));
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
