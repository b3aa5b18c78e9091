package carequeue.sandbox.mail;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The patients' mailboxes. */
@RestController
class MailboxSection implements ControlSection {

    private static final int SHOWN = 50;

    private final Mailboxes mailboxes;
    private final FaultSwitch faults;
    private final MailServer server;

    MailboxSection(Mailboxes mailboxes, MailServer server, @Qualifier("mailFaults") FaultSwitch faults) {
        this.mailboxes = mailboxes;
        this.server = server;
        this.faults = faults;
    }

    @Override
    public String title() {
        return "mail server";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return "<p>SMTP on port " + server.port() + ", as JSON under <a href=\"/mail/mails\">/mail/mails</a>.</p>"
                + Html.raw(
                        "Emails",
                        List.of("Time", "To", "Subject"),
                        mailboxes.all().stream().limit(SHOWN).toList(),
                        mail -> Stream.of(
                                Html.escape(mail.at()),
                                Html.escape(mail.to()),
                                "<a href=\"/mail/mails/" + mail.id() + "\">" + Html.escape(mail.subject()) + "</a>"));
    }

    /** Every email, the last one first. */
    @GetMapping(path = "/mail/mails", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Mail> mails() {
        return mailboxes.all();
    }

    /** One email as it arrived. */
    @GetMapping(path = "/mail/mails/{id}", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> raw(@PathVariable String id) {
        return mailboxes.all().stream()
                .filter(mail -> mail.id().equals(id))
                .findFirst()
                .map(mail -> ResponseEntity.ok(mail.raw()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
