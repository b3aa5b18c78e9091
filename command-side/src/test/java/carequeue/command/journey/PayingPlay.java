package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Payers.*;
import static carequeue.command.journey.Play.NOON;

import carequeue.api.Channel;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.payment.AtCheckIn;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.time.Duration;

/** A check-in of somebody whose payer is asked, or is not. */
abstract class PayingPlay {

    static Play<CheckInSaga> clinic(PaymentPolicy policy) {
        Play<CheckInSaga> play = new Play<>(CheckInSaga.class, Play.under(policy));
        return play.answering(AskCoverages.class, COVERED);
    }

    static Play<CheckInSaga> clinic() {
        return clinic(policy(AtCheckIn.INSURED, 2500, false));
    }

    static Play<CheckInSaga> known(Play<CheckInSaga> play) {
        return play.tell(new CheckInRequested(
                        "v1",
                        "main",
                        DAY,
                        Channel.DESK,
                        "p1",
                        null,
                        true,
                        null,
                        "lab",
                        null,
                        null,
                        3,
                        null,
                        Duration.ofSeconds(2),
                        NOON))
                .tell(new PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOON));
    }

    static PatienceEnded patienceOver() {
        return new PatienceEnded("v1", "eligibility", NOON.plusSeconds(2));
    }

    static VisitPlaced placed() {
        return new VisitPlaced("v1", "p1", null, "main.lab.2026-11-23", "e", "L-001", NOON);
    }
}
