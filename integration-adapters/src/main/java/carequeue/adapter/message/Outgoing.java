package carequeue.adapter.message;

import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One attempt to tell a patient something, with what it takes to put it into words.
 *
 * @param businessDay of the attempt, by which the link to the patient's page expires
 */
public record Outgoing(NotificationDispatched said, NotificationRequested asked, Site site, LocalDate businessDay) {

    /** The address; only for attempts of which it is known. */
    public String address() {
        return said.address().known().orElseThrow();
    }

    public MessageChannel channel() {
        return said.channel();
    }

    public MessageTemplate template() {
        return MessageTemplate.valueOf(asked.template().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** English unless the patient said Spanish. */
    public Locale language() {
        return "es".equals(said.language()) ? new Locale("es") : Locale.ENGLISH;
    }

    /** What of it is put into words. */
    public Wording wording(Look look, String link, String leave) {
        return new Wording(template(), said.templateVersion(), language(), look, said.variables(), link, leave);
    }

    /** From when on it is of no use any more. */
    public Instant until() {
        Instant end = asked.expiresAt();
        return end != null && end.isBefore(said.receiptBy()) ? end : said.receiptBy();
    }
}
