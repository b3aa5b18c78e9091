package carequeue.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** Counts the round trips to a database: how often something is waited for after something was sent. */
public final class CountedSockets extends SocketFactory {

    static final AtomicLong ROUND_TRIPS = new AtomicLong();

    /** A pool like the application's, on the same database as another. */
    static HikariDataSource pool(HikariDataSource database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("socketFactory", CountedSockets.class.getName());
        return new HikariDataSource(config);
    }

    @Override
    public Socket createSocket() {
        AtomicBoolean sent = new AtomicBoolean();
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Awaited(super.getInputStream(), sent);
            }

            @Override
            public OutputStream getOutputStream() throws IOException {
                return new Sent(super.getOutputStream(), sent);
            }
        };
    }

    private static final class Sent extends FilterOutputStream {
        private final AtomicBoolean sent;

        Sent(OutputStream out, AtomicBoolean sent) {
            super(out);
            this.sent = sent;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sent.set(true);
            out.write(bytes, from, length);
        }
    }

    private static final class Awaited extends FilterInputStream {
        private final AtomicBoolean sent;

        Awaited(InputStream in, AtomicBoolean sent) {
            super(in);
            this.sent = sent;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (sent.compareAndSet(true, false)) {
                ROUND_TRIPS.incrementAndGet();
            }
            return in.read(bytes, from, length);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
