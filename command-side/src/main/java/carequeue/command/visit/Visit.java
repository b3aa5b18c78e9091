package carequeue.command.visit;

import static carequeue.api.visit.VisitState.CHECKING_IN;
import static carequeue.api.visit.VisitState.FINISHED;
import static carequeue.api.visit.VisitState.IN_SERVICE;
import static carequeue.api.visit.VisitState.LEFT;
import static carequeue.api.visit.VisitState.REFUSED;
import static carequeue.api.visit.VisitState.REQUESTED;
import static carequeue.api.visit.VisitState.WAITING;

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
@Revision("2")
public class Visit extends VisitItems {

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
        if (!state().open()) {
            throw wrong("given another service");
        }
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
        if (is(REQUESTED)) {
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
        if (isPatient()) {
            happens(said, clock, at -> new PatienceEnded(visitId(), c.step(), at));
        }
    }

    @CommandHandler
    void handle(IdentifyPatient c, MetaData said, Clock clock) {
        if (!state().open()) {
            throw wrong("given another patient");
        }
        if (!isIdentifiedAs(c.patientId())) {
            happens(
                    said,
                    clock,
                    at -> new PatientIdentified(visitId(), request().siteId(), c.patientId(), patientId(), at));
        }
    }

    @CommandHandler
    void handle(PlaceVisit c, MetaData said, Clock clock) {
        if (isPlacedAt(c.entryId())) {
            return;
        }
        if (!state().open()) {
            throw wrong("placed in a queue");
        }
        happens(
                said,
                clock,
                at -> new VisitPlaced(
                        visitId(), patientId(), request().appointmentId(), c.queueId(), c.entryId(), c.ticket(), at));
    }

    @CommandHandler
    void handle(BeginService c, MetaData said, Clock clock) {
        if (is(IN_SERVICE)) {
            return;
        }
        if (!is(WAITING)) {
            throw wrong("taken into service");
        }
        happens(said, clock, at -> new ServiceBegun(visitId(), patientId(), at));
    }

    @CommandHandler
    void handle(BackToWaiting c, MetaData said, Clock clock) {
        if (is(WAITING)) {
            return;
        }
        if (!is(IN_SERVICE)) {
            throw wrong("put back to wait");
        }
        happens(said, clock, at -> new WentBackToWaiting(visitId(), at));
    }

    @CommandHandler
    void handle(FinishVisit c, MetaData said, Clock clock) {
        if (is(FINISHED)) {
            return;
        }
        if (!is(WAITING, IN_SERVICE)) {
            throw wrong("finished");
        }
        happens(
                said,
                clock,
                at -> new VisitFinished(visitId(), patientId(), request().appointmentId(), at));
    }

    @CommandHandler
    void handle(EndUnseen c, MetaData said, Clock clock) {
        if (is(LEFT)) {
            return;
        }
        if (!is(WAITING)) {
            throw wrong("ended unseen");
        }
        happens(
                said,
                clock,
                at -> new VisitLeft(visitId(), patientId(), request().appointmentId(), c.reason(), at));
    }

    @CommandHandler
    void handle(ReopenVisit c, MetaData said, Clock clock) {
        if (state().open()) {
            return;
        }
        if (!is(LEFT)) {
            throw wrong("opened again");
        }
        happens(said, clock, at -> new VisitReopened(visitId(), request().siteId(), patientId(), at));
    }

    @CommandHandler
    void handle(RefuseCheckIn c, MetaData said, Clock clock) {
        if (is(REFUSED)) {
            return;
        }
        if (!is(REQUESTED, CHECKING_IN)) {
            throw wrong("refused");
        }
        happens(
                said,
                clock,
                at -> new CheckInRefused(visitId(), request().appointmentId(), c.rule(), c.sentence(), at));
    }
}
