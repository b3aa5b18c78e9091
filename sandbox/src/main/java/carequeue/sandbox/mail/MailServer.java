package carequeue.sandbox.mail;

import carequeue.sandbox.SandboxCannotStart;
import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server, on the port behind the sandbox's own. */
public final class MailServer implements AutoCloseable {

    private static final String NOBODY = "@refused.example";

    private final Mailboxes mailboxes;
    private final Deliveries deliveries;
    private final FaultSwitch faults;
    private final Clock clock;
    private final SMTPServer server;

    MailServer(Settings settings, Mailboxes mailboxes, Deliveries deliveries, FaultSwitch faults) {
        this.mailboxes = mailboxes;
        this.deliveries = deliveries;
        this.faults = faults;
        this.clock = settings.clock();
        try {
            this.server = SMTPServer.port(settings.port() == 0 ? 0 : settings.port() + 1)
                    .bindAddress(InetAddress.getByName(settings.address()))
                    .softwareName("CareQueue sandbox")
                    .messageHandlerFactory(context -> new Arrival())
                    .build();
            server.start();
        } catch (UnknownHostException | RuntimeException e) {
            throw new SandboxCannotStart("The sandbox's mail server cannot take port " + (settings.port() + 1));
        }
    }

    /** The port on which it takes emails. */
    public int port() {
        return server.getPortAllocated();
    }

    /** One email that is being taken. */
    private final class Arrival implements MessageHandler {
        private String from = "";
        private String to = "";

        @Override
        public void from(String sender) throws RejectException {
            if (faults.now().outage()) {
                throw new RejectException(421, "The service is out of order");
            }
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.endsWith(NOBODY)) {
                throw new RejectException(550, "5.1.1 Nobody of that name is here");
            }
            to = recipient;
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            faults.holdBack();
            boolean lost = faults.isLost();
            if (faults.isError()) {
                throw new RejectException(451, "4.3.0 Try again later");
            }
            byte[] raw = data.readAllBytes();
            Headers headers = Headers.of(new ByteArrayInputStream(raw));
            mailboxes.keep(new Mail(
                    UUID.randomUUID().toString(),
                    from,
                    to,
                    headers.subject(),
                    headers.messageId(),
                    clock.instant().toString(),
                    new String(raw, java.nio.charset.StandardCharsets.UTF_8)));
            deliveries.tell(headers, to);
            if (lost) {
                beSilent();
            }
            return null;
        }

        /** Longer than anybody waits for the answer. */
        private void beSilent() {
            try {
                TimeUnit.SECONDS.sleep(8);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void done() {
            // Nothing is left open.
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
