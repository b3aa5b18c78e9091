package carequeue.adapter.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The second appointment of a visit is told to the EHR as the first is, each by its own course. */
class AddedAppointmentToldTest extends AppointmentToldBench {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private void begins(String appointmentId) {
        new Visits(bench.jdbc, bench.transaction)
                .begin(new CheckInRequested(
                        "v1",
                        "main",
                        LocalDate.of(2026, 11, 23),
                        Channel.DESK,
                        "p1",
                        null,
                        false,
                        appointmentId,
                        "lab",
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(2),
                        NOW));
    }

    @Test
    void aFurtherOneIsToldFromArrivalToEnd() {
        listens(EhrKind.GENERIC);
        begins("another");
        dispatcher.start();
        happens(new AppointmentArrived("a1", "v1", NOW));
        happens(new AppointmentCheckedIn("a1", "v1", NOW));
        happens(new AppointmentFulfilled("a1", "v1", NOW));
        areDone("done", "done", "done");
        assertThat(status()).isEqualTo("fulfilled");
        assertThat(written())
                .containsExactly(AppointmentStatus.ARRIVED, AppointmentStatus.CHECKED_IN, AppointmentStatus.FULFILLED);
    }

    @Test
    void oneThatWasNotServedIsAwaitedThereAgain() {
        listens(EhrKind.GENERIC);
        begins(null);
        dispatcher.start();
        happens(new AppointmentArrived("a1", "v1", NOW));
        happens(new ArrivalWithdrawn("a1", "v1", "the visit ended without this service", NOW));
        areDone("done", "done");
        assertThat(status()).isEqualTo("booked");
    }

    @Test
    void theFirstOneIsAwaitedThereAgainWhereTheVisitEndedWithoutIt() {
        EhrService ehr = listens(EhrKind.GENERIC);
        begins("a1");
        new Links(bench.jdbc, bench.transaction).keep(Links.Kind.PATIENT, "p1", patient(), null);
        ehr.tellAppointment(theirs, AppointmentStatus.CHECKED_IN, false);
        dispatcher.start();
        var ended = bench.happened("v1", new VisitFinished("v1", "p1", null, NOW));
        bench.plan(finished, ended, bench.nextPosition(), "v1");
        areDone("done");
        assertThat(status()).isEqualTo("booked");
        assertThat(written()).containsExactly(AppointmentStatus.BOOKED);
    }

    @Test
    void whatTheVisitBeganWithIsToldWithTheVisit() {
        listens(EhrKind.GENERIC);
        begins("a1");
        happens(new AppointmentArrived("a1", "v1", NOW));
        assertThat(bench.states()).isEmpty();
    }

    @Test
    void aVendorThatTakesNoStepBackLeavesItOpenByName() {
        listens(EhrKind.CERNER);
        begins("another");
        dispatcher.start();
        happens(new AppointmentArrived("a1", "v1", NOW));
        areDone("done");
        happens(new ArrivalWithdrawn("a1", "v1", "reversed", NOW));
        areDone("done", "failed");
        assertThat(open()).containsExactly("booked: ehr lets no appointment go from arrived to booked");
    }
}
