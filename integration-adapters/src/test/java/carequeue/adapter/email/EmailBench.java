package carequeue.adapter.email;

import carequeue.adapter.email.news.Tellers;
import carequeue.adapter.email.smtp.MailSettings;
import carequeue.adapter.email.smtp.SmtpEmail;
import carequeue.adapter.message.MessageBench;
import carequeue.adapter.message.Way;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The way by email, with the sandbox's mail server, which is not waited for long. */
public final class EmailBench {

    private EmailBench() {}

    public static Way way(MessageBench bench) {
        var settings = new MailSettings(
                URI.create("smtp://localhost:" + bench.sandbox.mailPort()),
                true,
                null,
                null,
                "no-reply@clinic.example",
                null,
                null,
                Duration.ofSeconds(2),
                Duration.ofMillis(500));
        return new EmailWay(
                new SmtpEmail(settings, bench.guards, Clock.systemUTC()),
                new EmailTemplates(),
                bench.settings,
                bench.pages,
                new Unsubscribing(bench.sealing, bench.ours),
                new Tellers(List.of()));
    }
}
