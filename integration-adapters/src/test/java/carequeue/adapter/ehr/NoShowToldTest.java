package carequeue.adapter.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The EHR hears who did not come, and that they did after all; what it does not take is open on the worklist. */
class NoShowToldTest extends AppointmentToldBench {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private static AppointmentNoShow missed(String saidBy) {
        return new AppointmentNoShow("a1", saidBy, null, NOW);
    }

    private static AppointmentBroughtBack awaited() {
        return new AppointmentBroughtBack("a1", null, null, NOW.plusSeconds(60));
    }

    @Test
    void whoDidNotComeIsANoShowThereAndIsAwaitedThereAgain() {
        listens(EhrKind.GENERIC);
        dispatcher.start();
        happens(missed("pms"));
        areDone("done");
        assertThat(status()).isEqualTo("noshow");
        happens(awaited());
        areDone("done", "done");
        assertThat(status()).isEqualTo("booked");
        assertThat(written()).containsExactly(AppointmentStatus.NOSHOW, AppointmentStatus.BOOKED);
    }

    @Test
    void whoComesAfterAllIsArrivedThereAndNothingOlderOverwritesIt() {
        EhrService ehr = listens(EhrKind.GENERIC);
        happens(missed(null));
        ehr.tellNoShow(theirs, true);
        happens(awaited());
        happens(new AppointmentArrived("a1", "v1", NOW.plusSeconds(60)));
        ehr.tellAppointment(theirs, AppointmentStatus.ARRIVED, false);
        dispatcher.start();
        areDone("done", "done");
        assertThat(status()).isEqualTo("arrived");
        assertThat(ehr.tellNoShow(theirs, false)).as("taken back on its own").isEmpty();
        assertThat(status()).isEqualTo("arrived");
        assertThat(written()).isEmpty();
    }

    @Test
    void anEhrThatKnowsOfAnArrivalIsNotOverruledAndTheWorklistSaysSo() {
        EhrService ehr = listens(EhrKind.GENERIC);
        ehr.tellAppointment(theirs, AppointmentStatus.ARRIVED, false);
        dispatcher.start();
        happens(missed(null));
        areDone("failed");
        assertThat(open()).containsExactly("no-show: ehr says of the appointment: arrived");
        happens(awaited());
        areDone("failed", "done");
        assertThat(open()).isEmpty();
    }

    @Test
    void aVendorThatKnowsNoSuchStepLeavesItOpenByName() {
        listens(EhrKind.CERNER);
        dispatcher.start();
        happens(missed(null));
        areDone("failed");
        assertThat(open()).containsExactly("no-show: ehr lets no appointment go from booked to noshow");
        assertThat(status()).isEqualTo("booked");
    }

    @Test
    void whatTheEhrSaidItselfIsNotToldBack() {
        listens(EhrKind.GENERIC);
        happens(missed(EhrService.EHR));
        assertThat(bench.states()).isEmpty();
    }
}
