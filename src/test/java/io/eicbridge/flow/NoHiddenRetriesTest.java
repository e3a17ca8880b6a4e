package io.eicbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoHiddenRetriesTest {
    private static final HttpClientResponseHandler<Integer> STATUS = ClassicHttpResponse::getCode;
    private static final HttpClientResponseHandler<String> TEXT =
            response -> EntityUtils.toString(response.getEntity());
    private HttpStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new HttpStub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsAPostOnceThoughTheServerIsBusy() throws IOException {
        stub.answers(503, "").answers(429, "");
        try (CloseableHttpClient client = client("", 0)) {
            HttpPost post = new HttpPost(stub.url());
            post.setEntity(new StringEntity("{}"));
            assertThat(client.execute(post, STATUS)).isEqualTo(503);
            assertThat(client.execute(post, STATUS)).isEqualTo(429);
        }

        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void sendsAGetOnceThoughTheConnectionBreaks() throws IOException {
        stub.resets();
        try (CloseableHttpClient client = client("", 0)) {
            assertThatThrownBy(() -> client.execute(new HttpGet(stub.url()), STATUS))
                    .isInstanceOf(IOException.class);
        }

        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void asksForCompressedAnswersAndUnpacksThem() throws IOException {
        stub.answersCompressed("{\"type\":\"list\"}");
        try (CloseableHttpClient client = client("", 0)) {
            assertThat(client.execute(new HttpGet(stub.url()), TEXT)).isEqualTo("{\"type\":\"list\"}");
        }

        assertThat(stub.requests().get(0).headers().getFirst("Accept-Encoding")).contains("gzip");
    }

    @Test
    void givesUpOnASilentServer() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        stub.then(exchange -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try (CloseableHttpClient client = client("", 0)) {
            assertThatThrownBy(() -> client.execute(new HttpGet(stub.url()), STATUS))
                    .isInstanceOf(SocketTimeoutException.class);
        } finally {
            end.countDown();
        }
    }

    @Test
    void followsNoRedirectWithOurToken() throws IOException {
        stub.then(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            HttpStub.send(exchange, 302, new byte[0]);
        });
        try (CloseableHttpClient client = client("", 0)) {
            assertThat(client.execute(new HttpGet(stub.url()), STATUS)).isEqualTo(302);
        }

        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void goesThroughTheProxyWhereOneIsSet() throws IOException {
        stub.answers(200, "{}");
        try (CloseableHttpClient client = client("127.0.0.1", stub.port())) {
            assertThat(client.execute(new HttpGet("http://api.intercom.example/me"), STATUS))
                    .isEqualTo(200);
        }

        assertThat(stub.requests().get(0).uri()).isEqualTo("http://api.intercom.example/me");
    }

    private static CloseableHttpClient client(String proxyHost, int proxyPort) {
        HttpClientBuilder builder = HttpClientBuilder.create();
        new NoHiddenRetries(new OutboundHttp(Duration.ofSeconds(1), Duration.ofMillis(300), 4, proxyHost, proxyPort))
                .configureHttpClient(builder);
        return builder.build();
    }
}
