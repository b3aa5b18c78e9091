package carequeue.sandbox;

import carequeue.sandbox.mail.MailServer;
import java.nio.file.Path;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * The outside in miniature, in an application context of its own.
 *
 * <p>It is a plain context, not a Spring Boot application, so that it never touches the logging, the management beans or
 * the settings of an application that runs in the same process.
 */
public final class Sandbox {

    private Sandbox() {}

    /** Starts the sandbox with the settings of a demonstration. */
    public static Running start(Path directory, int port) {
        return start(Settings.of(directory, port));
    }

    /**
     * Starts the sandbox and returns when it answers.
     *
     * @throws SandboxCannotStart if the directory or the port is in use, or the state cannot be read
     */
    public static Running start(Settings settings) {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setId("sandbox");
        context.setDisplayName("sandbox");
        context.registerBean(Settings.class, () -> settings);
        context.register(SandboxConfiguration.class);
        try {
            context.refresh();
        } catch (RuntimeException e) {
            throw reason(e, settings);
        }
        return new Running(context);
    }

    /** Runs the sandbox as a process of its own: {@code --directory= --port= --address= --zone=}. */
    public static void main(String[] args) {
        CommandLine.run(args);
    }

    private static RuntimeException reason(RuntimeException failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SandboxCannotStart known) {
                return known;
            }
            if (cause instanceof PortInUseException) {
                return new SandboxCannotStart("Port " + settings.port() + " of the sandbox is already in use", failure);
            }
        }
        return failure;
    }

    /** A sandbox that answers; closing it stops it and lets its directory go. */
    public static final class Running implements AutoCloseable {

        private final AnnotationConfigServletWebServerApplicationContext context;

        private Running(AnnotationConfigServletWebServerApplicationContext context) {
            this.context = context;
        }

        public int port() {
            return context.getWebServer().getPort();
        }

        /** The control page. */
        public String url() {
            return "http://localhost:" + port();
        }

        /** The base address of the FHIR server. */
        public String fhirUrl() {
            return url() + "/fhir";
        }

        /** The port of the mail server. */
        public int mailPort() {
            return context.getBean(MailServer.class).port();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
