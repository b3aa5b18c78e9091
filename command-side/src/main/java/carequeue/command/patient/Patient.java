package carequeue.command.patient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.PhiSubject;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A patient as staff typed them in and as outside systems know them. */
@Aggregate
@Revision("2")
public class Patient extends Wishes {

    @AggregateIdentifier
    @PhiSubject
    private String patientId;

    private String siteId;
    private final Map<String, String> links = new TreeMap<>();
    private PatientRecorded recorded;

    protected Patient() {}

    @CommandHandlerInterceptor
    void onlyOfTheirSites(PatientCommand c, MetaData said) {
        if (siteId != null && !Moment.mayEnter(said, siteId)) {
            throw new Refused.NotFound("patient", c.patientId());
        }
    }

    /** Answers the patient's identifier; a patient who is registered already stays as they are. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(RegisterPatient c, MetaData said, Clock clock, Sites sites) {
        if (patientId == null) {
            happens(new PatientRegistered(c.patientId(), c.siteId(), c.demographics()), c.siteId(), said, clock, sites);
        }
        return c.patientId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(RecordPatient c, MetaData said, Clock clock, Sites sites) {
        PatientRecorded news = new PatientRecorded(
                c.patientId(),
                c.siteId(),
                c.demographics(),
                c.system(),
                c.outsideId(),
                c.version(),
                c.deceased(),
                c.readAt());
        if (changes(news)) {
            happens(news, c.siteId(), said, clock, sites);
        }
        return c.patientId();
    }

    @CommandHandler
    void handle(LinkPatient c, MetaData said, Clock clock, Sites sites) {
        if (!c.outsideId().equals(links.get(c.system()))) {
            happens(new PatientLinked(patientId, c.system(), c.outsideId()), siteId, said, clock, sites);
        }
    }

    private boolean changes(PatientRecorded news) {
        if (recorded == null || !recorded.system().equals(news.system())) {
            return true;
        }
        return !isOlder(news.version(), recorded.version()) && differs(news);
    }

    private boolean differs(PatientRecorded news) {
        Demographics before = recorded.demographics();
        return !before.equals(news.demographics())
                || !recorded.outsideId().equals(news.outsideId())
                || recorded.deceased() != news.deceased();
    }

    // Versions that are not numbers say nothing about which came first.
    private static boolean isOlder(String version, String than) {
        return version != null
                && than != null
                && version.matches("\\d{1,18}")
                && than.matches("\\d{1,18}")
                && Long.parseLong(version) < Long.parseLong(than);
    }

    @Override
    String patientId() {
        return patientId;
    }

    @Override
    void happens(PatientEvent event, MetaData said, Clock clock, Sites sites) {
        happens(event, siteId, said, clock, sites);
    }

    private static void happens(PatientEvent event, String siteId, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (!Moment.mayEnter(said, siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        apply(event, MetaData.from(now.facts(siteId, sites.get(siteId).businessDay(now.at()), null)));
    }

    @EventSourcingHandler
    void on(PatientRegistered e) {
        reachedBy(e.demographics());
        patientId = e.patientId();
        siteId = e.siteId();
    }

    @EventSourcingHandler
    void on(PatientRecorded e) {
        reachedBy(e.demographics());
        patientId = e.patientId();
        siteId = e.siteId();
        recorded = e;
        links.put(e.system(), e.outsideId());
    }

    @EventSourcingHandler
    void on(PatientLinked e) {
        links.put(e.system(), e.outsideId());
    }
}
