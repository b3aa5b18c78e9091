package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.time.Duration;
import java.time.LocalDate;

/** A check-in on an empty stage. */
abstract class CheckInPlay {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static final Identification TYPED = new Identification(
            Phi.of("MRN001"), Phi.of("Ann"), Phi.of("Lee"), Phi.of(LocalDate.of(1980, 1, 2)), Phi.of("555"));

    final Play<CheckInSaga> play = new Play<>(CheckInSaga.class);

    static CheckInRequested requested(Identification who, boolean lookUp, String appointment) {
        return new CheckInRequested(
                "v1",
                "main",
                DAY,
                Channel.DESK,
                "p1",
                who,
                lookUp,
                appointment,
                "primary-care",
                "dr-lee",
                NOON,
                3,
                null,
                Duration.ofSeconds(2),
                NOON);
    }

    static PatientLookupAnswered answer(LookupOutcome outcome, String patient, String detail) {
        return new PatientLookupAnswered("v1", outcome, patient, detail, NOON);
    }

    static VisitPlaced placed(String appointment) {
        return new VisitPlaced("v1", "p1", appointment, "q", "e", "A-001", NOON);
    }
}
