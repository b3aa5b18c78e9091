package carequeue.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The port of the embedded PostgreSQL: chosen at first start, remembered, and given up only when somebody else sits on it. */
final class PostgresPort {

    private static final int PREFERRED = 5433;

    private PostgresPort() {}

    static int choose(Path memory) throws IOException {
        int remembered =
                Files.exists(memory) ? Integer.parseInt(Files.readString(memory).strip()) : PREFERRED;
        int port = isFree(remembered) ? remembered : anyFree();
        if (port != remembered) {
            LoggerFactory.getLogger(PostgresPort.class)
                    .info("Port {} is taken; the embedded PostgreSQL moves to {}", remembered, port);
        }
        Files.writeString(memory, Integer.toString(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
