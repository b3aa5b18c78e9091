package carequeue.command.journey;

import carequeue.api.Facts;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.queue.QueueCommand.AskLine;
import carequeue.api.queue.QueueCommand.InLine;
import carequeue.api.queue.QueueCommand.LineUp;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitCommand.AskVisit;
import carequeue.api.visit.VisitCommand.VisitNow;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/** When patients are told something: of their place, when they are next but two, when they are called, and of a receipt. */
@Component
@ProcessingGroup("saga.tellings")
class Tellings {

    private static final String NAME = "tellings";
    private static final int NEXT_BUT_TWO = 2;
    private static final Duration PLACE_IS_NEWS = Duration.ofHours(2);
    private static final Duration CALL_IS_NEWS = Duration.ofMinutes(15);

    private final Orders orders;
    private final Sites sites;

    Tellings(Orders orders, Sites sites) {
        this.orders = orders;
        this.sites = sites;
    }

    /** A visit has one ticket: further places on its way are no news. */
    @EventHandler
    void on(VisitPlaced e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        Site site = sites.get(siteId);
        Map<String, String> words = Map.of("site", site.name(), "ticket", e.ticket());
        send(
                new Telling(
                        MessageTemplate.PLACED,
                        "placed:" + e.visitId(),
                        e.patientId(),
                        e.visitId(),
                        null,
                        words,
                        e.at().plus(PLACE_IS_NEWS)),
                site,
                errand(e.visitId(), m));
    }

    @EventHandler
    void on(EntryCalled e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        Errand errand = errand(e.visitId(), m);
        Site site = sites.get(siteId);
        String room = e.servicePointName() == null ? e.servicePoint() : e.servicePointName();
        Map<String, String> words = Map.of("site", site.name(), "ticket", e.ticket(), "room", room);
        // Called again after a recall is another call: its event names it.
        String reason = "called:" + e.entryId() + ":" + m.getIdentifier();
        Instant until = e.at().plus(CALL_IS_NEWS);
        if (errand.ask(new AskVisit(e.visitId())).value() instanceof VisitNow visit) {
            send(
                    new Telling(
                            MessageTemplate.PLEASE_COME, reason, visit.patientId(), e.visitId(), null, words, until),
                    site,
                    errand);
        }
        moved(e.queueId(), e.at(), site, m);
    }

    @EventHandler
    void on(EntryLeft e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        moved(e.queueId(), e.at(), sites.get(siteId), m);
    }

    @EventHandler
    void on(EntryTransferred e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        moved(e.queueId(), e.at(), sites.get(siteId), m);
    }

    /** The line has moved up: who has two before them now is told so, once. */
    private void moved(String queueId, Instant at, Site site, EventMessage<?> m) {
        if (!(errand(null, m).ask(new AskLine(queueId)).value() instanceof LineUp line)) {
            return;
        }
        List<InLine> waiting = line.waiting();
        if (waiting.size() > NEXT_BUT_TWO) {
            InLine next = waiting.get(NEXT_BUT_TWO);
            send(
                    new Telling(
                            MessageTemplate.NEXT_BUT_TWO,
                            "next-but-two:" + next.entryId(),
                            next.patientId(),
                            next.visitId(),
                            null,
                            Map.of("site", site.name(), "ticket", next.ticket()),
                            at.plus(CALL_IS_NEWS)),
                    site,
                    errand(next.visitId(), m));
        }
    }

    /** The receipt is shown on the patient's own page, so that it needs a visit. */
    @EventHandler
    void on(ReceiptIssued e, EventMessage<?> m) {
        if (e.visitId() == null) {
            return;
        }
        Errand errand = errand(e.visitId(), m);
        if (errand.ask(new AskVisit(e.visitId())).value() instanceof VisitNow visit) {
            Site site = sites.get(e.siteId());
            String reason = "receipt:" + e.bookId() + ":" + e.number();
            Map<String, String> words = Map.of("site", site.name());
            send(
                    new Telling(MessageTemplate.RECEIPT, reason, visit.patientId(), e.visitId(), null, words, null),
                    site,
                    errand);
        }
    }

    private static void send(Telling telling, Site site, Errand errand) {
        errand.send(telling.at(site), telling.reason());
    }

    private Errand errand(String visitId, EventMessage<?> m) {
        return Errand.of(orders, NAME, visitId, m);
    }
}
