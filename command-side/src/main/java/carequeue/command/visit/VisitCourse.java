package carequeue.command.visit;

import static carequeue.api.visit.VisitState.CANCELLED;
import static carequeue.api.visit.VisitState.ENTERED_IN_ERROR;
import static carequeue.api.visit.VisitState.FINISHED;
import static carequeue.api.visit.VisitState.IN_SERVICE;
import static carequeue.api.visit.VisitState.LEFT;
import static carequeue.api.visit.VisitState.REFUSED;
import static carequeue.api.visit.VisitState.WAITING;

import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.*;
import carequeue.api.visit.VisitState;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** The way of a visit from its first place to its end, and the ways by which it does not get there. */
abstract class VisitCourse extends VisitItems {

    @CommandHandler
    void handle(PlaceVisit c, MetaData said, Clock clock) {
        if (place() != null && place().entryId().equals(c.entryId())) {
            return;
        }
        must(c, "");
        happens(
                said,
                clock,
                at -> new VisitPlaced(
                        visitId(), patientId(), request().appointmentId(), c.queueId(), c.entryId(), c.ticket(), at));
    }

    @CommandHandler
    void handle(BeginService c, MetaData said, Clock clock) {
        step(c, IN_SERVICE, said, clock, at -> new ServiceBegun(visitId(), patientId(), at));
    }

    @CommandHandler
    void handle(BackToWaiting c, MetaData said, Clock clock) {
        step(c, WAITING, said, clock, at -> new WentBackToWaiting(visitId(), at));
    }

    @CommandHandler
    void handle(FinishVisit c, MetaData said, Clock clock) {
        step(
                c,
                FINISHED,
                said,
                clock,
                at -> new VisitFinished(
                        visitId(),
                        patientId(),
                        c.appointmentServed() ? request().appointmentId() : null,
                        at));
    }

    @CommandHandler
    void handle(EndUnseen c, MetaData said, Clock clock) {
        step(
                c,
                LEFT,
                said,
                clock,
                at -> new VisitLeft(visitId(), patientId(), request().appointmentId(), c.reason(), at));
    }

    @CommandHandler
    void handle(ReopenVisit c, MetaData said, Clock clock) {
        must(c, "");
        if (!state().open()) {
            happens(said, clock, at -> new VisitReopened(visitId(), request().siteId(), patientId(), at));
        }
    }

    @CommandHandler
    void handle(RefuseCheckIn c, MetaData said, Clock clock) {
        step(
                c,
                REFUSED,
                said,
                clock,
                at -> new CheckInRefused(visitId(), request().appointmentId(), c.rule(), c.sentence(), at));
    }

    @CommandHandler
    void handle(CancelVisit c, MetaData said, Clock clock) {
        step(
                c,
                CANCELLED,
                said,
                clock,
                at -> new VisitCancelled(
                        visitId(), request().siteId(), patientId(), request().appointmentId(), c.reason(), at));
    }

    @CommandHandler
    void handle(ReverseCheckIn c, MetaData said, Clock clock) {
        must(
                c,
                state() == FINISHED
                        ? "What was told and billed depends on the last step, completing the service."
                        : "");
        step(
                c,
                ENTERED_IN_ERROR,
                said,
                clock,
                at -> new CheckInReversed(
                        visitId(), request().siteId(), patientId(), request().appointmentId(), c.reason(), at));
    }

    /** One step of the way; harmless when the visit stands there already. */
    private void step(
            VisitCommand order, VisitState to, MetaData said, Clock clock, Function<Instant, VisitEvent> event) {
        must(order, "");
        if (state() != to) {
            happens(said, clock, event);
        }
    }
}
