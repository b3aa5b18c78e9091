package carequeue.command.patient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.PhiSubject;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientEvent.LikenessKept;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A patient as staff typed them in and as outside systems know them. */
@Aggregate
@Revision("6")
public class Patient extends Linked {

    @AggregateIdentifier
    @PhiSubject
    private String patientId;

    private String siteId;

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
            if (!c.alike().isEmpty()) {
                throw new Refused.Alike(c.alike());
            }
            happens(new PatientRegistered(c.patientId(), c.siteId(), c.demographics()), c.siteId(), said, clock, sites);
            Optional<String> likeness = c.onlyIfNew() ? Likeness.of(c.demographics()) : Optional.empty();
            likeness.ifPresent(like ->
                    happens(new LikenessKept(c.patientId(), c.siteId(), Phi.of(like)), c.siteId(), said, clock, sites));
        }
        return c.patientId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(RecordPatient c, MetaData said, Clock clock, Sites sites) {
        if (isOlder(c)) {
            older(c, said, clock, sites);
            return c.patientId();
        }
        List<Object> noted = new ArrayList<>();
        Moment now = Moment.of(said, clock);
        Demographics who = patientId == null ? c.demographics() : taken(c, now.at(), noted);
        noted.forEach(event -> happens(event, c.siteId(), said, clock, sites));
        if (changes(c, who)) {
            PatientRecorded recorded = new PatientRecorded(
                    c.patientId(), c.siteId(), who, c.system(), c.outsideId(), c.version(), c.deceased(), c.readAt());
            happens(recorded, c.siteId(), said, clock, sites);
        }
        return c.patientId();
    }

    @Override
    String patientId() {
        return patientId;
    }

    @Override
    String siteId() {
        return siteId;
    }

    @Override
    void happens(Object event, MetaData said, Clock clock, Sites sites) {
        happens(event, siteId, said, clock, sites);
    }

    private static void happens(Object event, String siteId, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (!Moment.mayEnter(said, siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        apply(event, MetaData.from(now.facts(siteId, sites.get(siteId).businessDay(now.at()), null)));
    }

    @EventSourcingHandler
    void on(PatientRegistered e, @MetaDataValue(Facts.OCCURRED_AT) String at) {
        reachedBy(e.demographics());
        patientId = e.patientId();
        siteId = e.siteId();
        said(e, at == null ? null : Instant.parse(at));
    }

    @EventSourcingHandler
    void on(PatientRecorded e) {
        reachedBy(e.demographics());
        patientId = e.patientId();
        siteId = e.siteId();
        linked(e);
        said(e);
    }
}
