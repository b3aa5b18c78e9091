package carequeue.command.patient;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Claims;
import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.MergeCommand.*;
import carequeue.api.patient.MergeEvent;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.PatientsMerged;
import carequeue.api.patient.MergeEvent.PatientsParted;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.patient.OpenVisit;
import carequeue.api.patient.PatientCommand.ChangePreferences;
import carequeue.api.patient.PatientEvent.CoverageEnded;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.patient.Preferences;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** Two records of one person, and one of two. */
class MergeTest {

    private static final PatientRegistered ONE = new PatientRegistered("p1", "main", Persons.named("Ann", "Lee"));
    private static final String MERGE = Ids.derived("merge", "p1", "p2", "1");
    private static final OpenVisit OURS = new OpenVisit("v1", "main", "p1", "q", "e1");
    private static final OpenVisit THEIRS = new OpenVisit("v2", "main", "p2", "q", "e2");
    private static final OpenVisit NORTH = new OpenVisit("v3", "north", "p2", "q", "e3");

    private static MergePatients merge(String keep, OpenVisit... visits) {
        return new MergePatients("p1", "p2", List.of(visits), keep, "twice");
    }

    private static PatientsMerged merged(String ends, OpenVisit... visits) {
        return new PatientsMerged("p1", "p2", "main", MERGE, List.of(visits), ends, "twice", Persons.NOON);
    }

    private static CustomTypeSafeMatcher<Throwable> rule(String name) {
        return new CustomTypeSafeMatcher<>("refused by the rule " + name) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(name);
            }
        };
    }

    @Test
    void twoRecordsBecomeOneAndARepeatIsHarmless() {
        Persons.clinic().given(ONE).when(merge(null)).expectEvents(merged(null)).expectResultMessagePayload(MERGE);
        Persons.clinic()
                .given(ONE, merged(null))
                .when(merge(null))
                .expectNoEvents()
                .expectResultMessagePayload(MERGE);
        Persons.clinic()
                .given(ONE)
                .when(new MergePatients("p1", "p1", List.of(), null, "x"))
                .expectException(Refused.BadField.class);
    }

    @Test
    void bothVisitsOpenNeedsAChoice() {
        Persons.clinic().given(ONE).when(merge(null, OURS, THEIRS)).expectException(rule("both-have-an-open-visit"));
        Persons.clinic().given(ONE).when(merge("v9", OURS, THEIRS)).expectException(rule("both-have-an-open-visit"));
        Persons.clinic().given(ONE).when(merge("v2", OURS, THEIRS)).expectEvents(merged("v1", OURS, THEIRS));
        Persons.clinic().given(ONE).when(merge("v1", OURS, THEIRS)).expectEvents(merged("v2", OURS, THEIRS));
        Persons.clinic().given(ONE).when(merge(null, OURS, NORTH)).expectEvents(merged(null, OURS, NORTH));
    }

    @Test
    void aRecordTakesPartInTheMergesOfOnePatientOnly() {
        assertThat(merged(null).takes()).containsExactlyInAnyOrder(MergeEvent.key("p1"), MergeEvent.key("p2"));
        PatientsParted parted = new PatientsParted("p1", "p2", MERGE, List.of("p3"), "x", Persons.NOON);
        assertThat(parted.frees()).containsExactly(MergeEvent.MERGED);
        assertThat(parted.takes()).containsExactlyInAnyOrder(MergeEvent.key("p1"), MergeEvent.key("p3"));
        assertThat(new PatientsParted("p1", "p2", MERGE, List.of(), "x", Persons.NOON).takes())
                .isEqualTo(Set.<Claims.Key>of());
    }

    @Test
    void aMergeIsTakenBackOnceAndCanComeAgain() {
        PartPatients part = new PartPatients("p1", "p2", "twins");
        PatientsParted parted = new PatientsParted("p1", "p2", MERGE, List.of(), "twins", Persons.NOON);
        Persons.clinic().given(ONE, merged(null)).when(part).expectEvents(parted);
        Persons.clinic().given(ONE, merged(null), parted).when(part).expectException(Refused.WrongState.class);
        Persons.clinic()
                .given(ONE, merged(null), parted)
                .when(merge(null))
                .expectEvents(new PatientsMerged(
                        "p1",
                        "p2",
                        "main",
                        Ids.derived("merge", "p1", "p2", "2"),
                        List.of(),
                        null,
                        "twice",
                        Persons.NOON));
    }

    @Test
    void theMergedRecordKeepsItsIdentifierAndTakesNoOrdersMeanwhile() {
        WentInto went = new WentInto("p1", "p9", "m9", Persons.NOON);
        GoInto go = new GoInto("p1", "p9", "m9");
        Persons.clinic().given(ONE).when(go).expectEvents(went);
        Persons.clinic().given(ONE, went).when(go).expectNoEvents();
        Persons.clinic()
                .given(ONE, went)
                .when(new ChangePreferences("p1", new Preferences("es", null, Map.of())))
                .expectException(Refused.WrongState.class);
        Persons.clinic().given(ONE, went).when(merge(null)).expectException(Refused.WrongState.class);
        Persons.clinic()
                .given(ONE, went)
                .when(new ComeApart("p1", "m9"))
                .expectEvents(new CameApart("p1", "p9", "m9", Persons.NOON));
        Persons.clinic().given(ONE, went).when(new ComeApart("p1", "other")).expectNoEvents();
    }

    private static Coverage coverage(String id, CoverageOrder order, String member) {
        return new Coverage(
                id, order, "payer", "Payer", Phi.of(member), null, Coverage.Relationship.SELF, null, null, null);
    }

    @Test
    void coveragesComeOverWhereAPlaceIsFreeAndNoneIsThereTwice() {
        CoverageRecorded ours = new CoverageRecorded("p1", coverage("c1", CoverageOrder.PRIMARY, "M1"), "desk");
        Coverage same = coverage("c2", CoverageOrder.PRIMARY, "M1");
        Coverage second = coverage("c3", CoverageOrder.PRIMARY, "M2");
        Coverage third = coverage("c4", CoverageOrder.SECONDARY, "M3");
        Persons.clinic()
                .given(ONE, ours)
                .when(new TakeCoverages("p1", "m", List.of(same, second, third)))
                .expectEvents(new CoverageRecorded("p1", coverage("c3", CoverageOrder.SECONDARY, "M2"), "merge m"))
                .expectResultMessagePayload(new Taken(List.of("c3"), List.of("c4")));
        Persons.clinic()
                .given(ONE, ours)
                .when(new GiveBackCoverages("p1", "m", List.of("c1", "gone")))
                .expectEvents(new CoverageEnded("p1", "c1", "merge m"));
    }
}
