package io.eicbridge.flow;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks for something long and takes only its first bytes, so that the server has to wait with all others. */
final class SlowReader implements AutoCloseable {
    private static final int FIRST = 1_000;
    private final Socket socket = new Socket();
    private final InputStream answer;

    /** As HTTP 1.0, so that the answer ends with the connection. */
    SlowReader(int port, String path) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        answer = socket.getInputStream();
        answer.readNBytes(FIRST);
    }

    /** Takes everything else; answers how many bytes came in all, head and body. */
    long rest() throws IOException {
        socket.setReceiveBufferSize(1 << 20);
        long bytes = FIRST;
        byte[] some = new byte[1 << 16];
        for (int read = answer.read(some); read >= 0; read = answer.read(some)) {
            bytes += read;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
