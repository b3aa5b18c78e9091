package carequeue.app.postgres;

/** The settings of the embedded PostgreSQL: durable, reachable from this machine only. */
final class PostgresSettings {

    private PostgresSettings() {}

    static String text(int port) {
        return """
                # Written by CareQueue at every start.
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                shared_buffers = 128MB
                dynamic_shared_memory_type = mmap
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = scram-sha-256
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port);
    }
}
