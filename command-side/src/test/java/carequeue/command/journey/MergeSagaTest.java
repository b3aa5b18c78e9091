package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.MergeCommand.Belongings;
import carequeue.api.patient.MergeCommand.ComeApart;
import carequeue.api.patient.MergeCommand.GiveBackCoverages;
import carequeue.api.patient.MergeCommand.GoInto;
import carequeue.api.patient.MergeCommand.TakeCoverages;
import carequeue.api.patient.MergeCommand.Taken;
import carequeue.api.patient.MergeEvent.PatientsMerged;
import carequeue.api.patient.MergeEvent.PatientsParted;
import carequeue.api.patient.OpenVisit;
import carequeue.api.queue.QueueCommand.Leave;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.IdentifyPatient;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitCommand.RefuseCheckIn;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two records of one person. Its ways: nothing open; an open visit and coverages go over; a second open visit ends first, from the line or before it
 * has a place, or once the patient was seen; a visit begun meanwhile is in the way; and all of it taken back.
 */
class MergeSagaTest {

    private static final OpenVisit OURS = new OpenVisit("v1", "main", "p1", "q1", "e1");
    private static final OpenVisit THEIRS = new OpenVisit("v2", "main", "p2", "q1", "e2");
    private static final OpenVisit UNPLACED = new OpenVisit("v1", "main", "p1", null, null);

    private final Play<MergeSaga> play = new Play<>(MergeSaga.class);

    private static PatientsMerged merged(String ends, OpenVisit... visits) {
        return new PatientsMerged("p1", "p2", "main", "m1", List.of(visits), ends, "twice", NOON);
    }

    private static PatientsParted parted() {
        return new PatientsParted("p1", "p2", "m1", List.of(), "twins", NOON);
    }

    @Test
    void anOpenVisitGoesOver() {
        play.tell(merged(null, THEIRS));
        assertThat(play.order(GoInto.class)).isEqualTo(new GoInto("p2", "p1", "m1"));
        assertThat(play.order(IdentifyPatient.class)).isEqualTo(new IdentifyPatient("v2", "p1"));
        play.result().expectActiveSagas(1);
    }

    @Test
    void coveragesGoOverAndComeBack() {
        Coverage coverage = new Coverage(
                "c1",
                CoverageOrder.PRIMARY,
                "pay",
                "Payer",
                Phi.of("M1"),
                null,
                Coverage.Relationship.SELF,
                null,
                null,
                null);
        play.answering(GoInto.class, new Belongings("p2", List.of(coverage)))
                .answering(TakeCoverages.class, new Taken(List.of("c1"), List.of()));
        play.tell(merged(null));
        assertThat(play.order(TakeCoverages.class).coverages()).containsExactly(coverage);
        play.tell(parted());
        assertThat(play.order(GiveBackCoverages.class)).isEqualTo(new GiveBackCoverages("p1", "m1", List.of("c1")));
    }

    @Test
    void theOtherVisitLeavesTheLineBeforeTheKeptOneGoesOver() {
        play.tell(merged("v1", OURS, THEIRS));
        assertThat(play.order(Leave.class).entryId()).isEqualTo("e1");
        assertThat(play.names()).doesNotContain("IdentifyPatient");
        play.tell(new VisitLeft("v1", "p1", null, "twice", NOON));
        assertThat(play.order(IdentifyPatient.class)).isEqualTo(new IdentifyPatient("v2", "p1"));
    }

    @Test
    void theOtherVisitWithoutAPlaceIsRefused() {
        play.tell(merged("v1", UNPLACED, THEIRS));
        assertThat(play.order(RefuseCheckIn.class).rule()).isEqualTo("merged");
        play.tell(new CheckInRefused("v1", null, "merged", "x", NOON));
        assertThat(play.order(IdentifyPatient.class).visitId()).isEqualTo("v2");
    }

    @Test
    void whoIsBeingServedInTheOtherVisitIsSeenFirst() {
        play.refusing(Leave.class, new Refused.WrongState("in-service", "being served"));
        play.tell(merged("v1", OURS, THEIRS));
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.VISIT_NOT_MERGED);
        play.tell(new VisitFinished("v1", "p1", null, NOON));
        assertThat(play.order(IdentifyPatient.class).visitId()).isEqualTo("v2");
    }

    @Test
    void aVisitThatStaysWithThisPatientIsNotMoved() {
        play.tell(merged("v2", OURS, THEIRS));
        assertThat(play.order(Leave.class).entryId()).isEqualTo("e2");
        play.tell(new VisitLeft("v2", "p2", null, "twice", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aVisitBegunMeanwhileIsInTheWayAndSaidSo() {
        play.refusing(IdentifyPatient.class, new Refused.AlreadyTaken("open-visit", "v9"));
        play.tell(merged(null, THEIRS));
        assertThat(play.order(RaiseItem.class))
                .isEqualTo(new RaiseItem("v2", OpenItem.VISIT_NOT_MERGED, "open too: v9"));
    }

    @Test
    void takenBackWhatIsOpenGoesBackAndItEnds() {
        play.tell(merged(null, THEIRS)).tell(parted());
        assertThat(play.order(ComeApart.class)).isEqualTo(new ComeApart("p2", "m1"));
        assertThat(play.order(IdentifyPatient.class)).isEqualTo(new IdentifyPatient("v2", "p2"));
        play.result().expectActiveSagas(0);
    }
}
