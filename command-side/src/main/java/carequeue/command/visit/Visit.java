package carequeue.command.visit;

import static carequeue.api.visit.VisitState.REQUESTED;

import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A patient's path through a site on one day: begun by a check-in, placed, served, finished. */
@Aggregate
@Revision("4")
public class Visit extends VisitCourse {

    protected Visit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    String handle(RequestCheckIn c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        CheckInRequested requested = Beginning.of(c, now);
        happens(requested, requested, now);
        return c.visitId();
    }

    @CommandHandler
    void handle(AddService c, MetaData said, Clock clock) {
        must(c, "");
        if (!cameFor(c.serviceId(), c.appointmentId())) {
            happens(
                    said,
                    clock,
                    at -> new ServiceAdded(
                            visitId(),
                            request().siteId(),
                            patientId(),
                            c.serviceId(),
                            c.appointmentId(),
                            c.providerId(),
                            c.slot(),
                            ticket(),
                            at));
        }
    }

    @CommandHandler
    void handle(LookUpPatient c, MetaData said, Clock clock) {
        if (state() == REQUESTED) {
            happens(
                    said,
                    clock,
                    at -> new PatientLookupRequested(
                            visitId(),
                            request().siteId(),
                            patientId(),
                            request().identification(),
                            at));
        }
    }

    /** An answer after another is news only where the first was that there is none yet. */
    @CommandHandler
    void handle(AnswerLookup c, MetaData said, Clock clock) {
        boolean first = lookup() == null;
        boolean late = lookup() == LookupOutcome.UNAVAILABLE && c.outcome() != LookupOutcome.UNAVAILABLE;
        if (first || late) {
            happens(
                    said,
                    clock,
                    at -> new PatientLookupAnswered(visitId(), c.outcome(), c.patientId(), c.detail(), at));
        }
    }

    @CommandHandler
    void handle(EndPatience c, MetaData said, Clock clock) {
        if (waitsFor(c.step())) {
            happens(said, clock, at -> new PatienceEnded(visitId(), c.step(), at));
        }
    }

    @CommandHandler
    void handle(IdentifyPatient c, MetaData said, Clock clock) {
        must(c, "");
        if (!isIdentifiedAs(c.patientId())) {
            happens(
                    said,
                    clock,
                    at -> new PatientIdentified(visitId(), request().siteId(), c.patientId(), patientId(), at));
        }
    }
}
