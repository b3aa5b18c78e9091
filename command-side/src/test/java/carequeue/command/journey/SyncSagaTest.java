package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.SettleAppointment;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.conflict.ConflictCommand;
import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Side;
import carequeue.api.patient.DifferenceEvent.PatientDiffers;
import carequeue.api.patient.OpenVisit;
import carequeue.api.patient.PatientCommand.SettleDifference;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What becomes of what another system says otherwise. Its ways out: a rule has decided; a person decides for us; for them and it can be done; for
 * them and it waits until nobody is here; the patient was seen before; both say the same by themselves, before a decision or while it waits; the
 * other system says something else again, which is a question of its own; what was decided cannot be noted, which stays flagged.
 */
class SyncSagaTest extends SyncPlay {

    private static final String BIRTH = ConflictCommand.id(ConflictSubject.PATIENT, "p1", "patient.birth-date", "ehr");

    private static final PatientDiffers BORN_THERE = new PatientDiffers(
            "p1",
            "main",
            "patient.birth-date",
            Phi.of("1980-01-02"),
            Phi.of("1980-02-01"),
            "ehr",
            "6",
            null,
            NOON,
            Rule.BY_A_PERSON,
            null,
            "conflict-rules/1",
            NOON);

    private static final ConflictResolved BORN_OTHERWISE = new ConflictResolved(
            BIRTH,
            "main",
            ConflictSubject.PATIENT,
            "p1",
            "p1",
            "v1",
            "patient.birth-date",
            "ehr",
            Rule.BY_A_PERSON,
            Side.OTHER,
            Phi.of("1980-01-20"),
            "mia",
            "passport",
            NOON);

    @Test
    void itIsAConflictAndTheVisitIsFlagged() {
        play.tell(cancelledThere(null));
        RaiseConflict raise = play.order(RaiseConflict.class);
        assertThat(raise.conflictId()).isEqualTo(CONFLICT);
        assertThat(raise.theirs().value().get()).isEqualTo("cancelled");
        assertThat(raise.ours().value().get()).isEqualTo("arrived");
        assertThat(raise.patientId()).isEqualTo("p1");
        assertThat(play.order(RaiseItem.class))
                .isEqualTo(new RaiseItem("v1", OpenItem.OUTSIDE_DIFFERS, "ehr: " + STATUS + " cancelled"));
        play.result().expectActiveSagas(1);
    }

    @Test
    void whereARuleDecidedNobodyIsBothered() {
        play.tell(cancelledThere(Side.OURS));
        assertThat(play.names()).containsExactly("RaiseConflict");
        play.tell(resolved(Rule.OURS, Side.OURS));
        assertThat(play.names()).containsExactly("CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void decidedForUsNothingChangesAndTheFlagGoes() {
        play.tell(cancelledThere(null)).tell(resolved(Rule.BY_A_PERSON, Side.OURS));
        assertThat(play.names()).containsExactly("CloseItem");
        assertThat(play.order(CloseItem.class).item()).isEqualTo(OpenItem.OUTSIDE_DIFFERS);
        play.result().expectActiveSagas(0);
    }

    @Test
    void decidedForThemItIsCarriedOut() {
        play.tell(cancelledThere(null)).tell(resolved(Rule.BY_A_PERSON, Side.THEIRS));
        assertThat(play.order(SettleAppointment.class))
                .isEqualTo(new SettleAppointment("a1", STATUS, "cancelled", "ehr"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void whenBothSayTheSameItEnds() {
        play.tell(cancelledThere(null)).tell(new AppointmentAgrees("a1", STATUS, "ehr", NOON));
        assertThat(play.order(EndConflict.class).conflictId()).isEqualTo(CONFLICT);
        play.tell(resolved(Rule.LAST_WRITE_WINS, Side.OURS));
        play.result().expectActiveSagas(0);
    }

    @Test
    void aPatientsDifferenceFlagsTheirOpenVisitsAndIsSettledInTheRecord() {
        when(visits.of("p1")).thenReturn(List.of(new OpenVisit("v1", "main", "p1", null, null)));
        play.tell(BORN_THERE);
        assertThat(play.order(RaiseConflict.class).conflictId()).isEqualTo(BIRTH);
        assertThat(play.order(RaiseItem.class).detail()).isEqualTo("ehr: patient.birth-date");
        play.tell(BORN_OTHERWISE);
        assertThat(play.order(SettleDifference.class))
                .isEqualTo(new SettleDifference("p1", "patient.birth-date", Phi.of("1980-01-20"), "ehr"));
        assertThat(play.names()).containsExactly("SettleDifference", "CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aDecisionThatCannotBeNotedStaysFlagged() {
        when(visits.of("p1")).thenReturn(List.of(new OpenVisit("v1", "main", "p1", null, null)));
        play.refusing(SettleDifference.class, new Refused.AlreadyTaken("mrn", "p9"));
        play.tell(BORN_THERE).tell(BORN_OTHERWISE);
        assertThat(play.names()).containsExactly("SettleDifference", "RaiseItem");
        play.result().expectActiveSagas(0);
    }
}
