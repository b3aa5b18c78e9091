package carequeue.command.patient;

import static carequeue.command.patient.Persons.NOON;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.conflict.Side;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.DifferenceEvent.PatientAgrees;
import carequeue.api.patient.DifferenceEvent.PatientDiffers;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientCommand.SettleDifference;
import carequeue.api.patient.PatientEvent.LikenessKept;
import carequeue.api.patient.PatientEvent.OlderNewsOfPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.ConflictPolicy.Rule;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** What the EHR says otherwise of a patient than the desk did: who they are, a person decides; where they are reached, the later word. */
class DifferingTest {

    private static final Instant EARLIER = NOON.minusSeconds(3600);
    private static final Instant LATER = NOON.plusSeconds(3600);

    /** Typed in at noon. */
    private static TestExecutor<Patient> typedIn() {
        return Persons.clinic()
                .given(new GenericDomainEventMessage<>(
                        "Patient",
                        "p1",
                        0,
                        new PatientRegistered("p1", "main", Persons.named("Ann", "Lee")),
                        MetaData.with(Facts.OCCURRED_AT, NOON.toString())));
    }

    private static RecordPatient says(Demographics who, String version, Instant saidAt) {
        return new RecordPatient("p1", "main", who, "ehr", "77", version, false, NOON, saidAt, null);
    }

    private static PatientRecorded recorded(Demographics who, String version) {
        return new PatientRecorded("p1", "main", who, "ehr", "77", version, false, NOON);
    }

    private static PatientDiffers differs(
            String field, String ours, String theirs, Instant theirsAt, Rule rule, Side winner) {
        return new PatientDiffers(
                "p1",
                "main",
                field,
                Phi.of(ours),
                Phi.of(theirs),
                "ehr",
                "1",
                NOON,
                theirsAt,
                rule,
                winner,
                "conflict-rules/1",
                NOON);
    }

    @Test
    void anotherBirthDateIsForAPersonAndOursStaysMeanwhile() {
        Demographics theirs = Persons.with("Ann", "Lee", "1980-02-01", "555-0100");
        PatientDiffers differs =
                differs("patient.birth-date", "1980-01-02", "1980-02-01", LATER, Rule.BY_A_PERSON, null);
        typedIn().when(says(theirs, "1", LATER)).expectEvents(differs, recorded(Persons.named("Ann", "Lee"), "1"));
        typedIn()
                .andGiven(differs, recorded(Persons.named("Ann", "Lee"), "1"))
                .when(says(theirs, "2", LATER))
                .expectNoEvents();
    }

    @Test
    void aTelephoneIsTheLaterOne() {
        Demographics theirs = Persons.with("Ann", "Lee", "1980-01-02", "555-0199");
        typedIn()
                .when(says(theirs, "1", LATER))
                .expectEvents(
                        differs("patient.phone", "555-0100", "555-0199", LATER, Rule.LAST_WRITE_WINS, Side.THEIRS),
                        recorded(theirs, "1"));
        typedIn()
                .when(says(theirs, "1", EARLIER))
                .expectEvents(
                        differs("patient.phone", "555-0100", "555-0199", EARLIER, Rule.LAST_WRITE_WINS, Side.OURS),
                        recorded(Persons.named("Ann", "Lee"), "1"));
        typedIn()
                .when(says(theirs, "1", null))
                .expectEvents(
                        differs("patient.phone", "555-0100", "555-0199", null, Rule.LAST_WRITE_WINS, null),
                        recorded(Persons.named("Ann", "Lee"), "1"));
    }

    @Test
    void howItIsWrittenIsNoDifference() {
        Demographics theirs = Persons.with("ANN", "Lee", "1980-01-02", "(555) 0100");
        typedIn().when(says(theirs, "1", LATER)).expectEvents(recorded(theirs, "1"));
    }

    @Test
    void whatTheyDoNotKnowStaysAsWeKnowIt() {
        Demographics theirs = Persons.with("Ann", "Lee", "1980-01-02", null);
        typedIn().when(says(theirs, "1", LATER)).expectEvents(recorded(Persons.named("Ann", "Lee"), "1"));
    }

    @Test
    void theirOwnWordTheyChangeFreely() {
        Demographics married = Persons.with("Ann", "Roy", "1980-01-02", "555-0100");
        typedIn()
                .andGiven(recorded(Persons.named("Ann", "Lee"), "1"))
                .when(says(married, "2", LATER))
                .expectEvents(recorded(married, "2"));
    }

    @Test
    void whenTheyComeToAgreeItIsSaid() {
        typedIn()
                .andGiven(
                        differs("patient.birth-date", "1980-01-02", "1980-02-01", LATER, Rule.BY_A_PERSON, null),
                        recorded(Persons.named("Ann", "Lee"), "1"))
                .when(says(Persons.named("Ann", "Lee"), "2", LATER))
                .expectEvents(new PatientAgrees("p1", "main", "patient.birth-date", "ehr", NOON));
    }

    @Test
    void aPersonsDecisionIsTaken() {
        Demographics right = Persons.with("Ann", "Lee", "1980-02-01", "555-0100");
        SettleDifference order = new SettleDifference("p1", "patient.birth-date", Phi.of("1980-02-01"), "ehr");
        typedIn()
                .andGiven(
                        differs("patient.birth-date", "1980-01-02", "1980-02-01", LATER, Rule.BY_A_PERSON, null),
                        recorded(Persons.named("Ann", "Lee"), "1"))
                .when(order)
                .expectEvents(recorded(right, "1"));
        typedIn().andGiven(recorded(right, "1")).when(order).expectNoEvents();
        typedIn()
                .when(new SettleDifference("p1", "patient.birth-date", Phi.of("soon"), "ehr"))
                .expectException(Refused.BadField.class);
    }

    @Test
    void olderNewsAreIgnoredAndNotedOnce() {
        OlderNewsOfPatient ignored = new OlderNewsOfPatient("p1", "ehr", "2", "3");
        Demographics roy = Persons.named("Ann", "Roy");
        Persons.clinic()
                .given(recorded(Persons.named("Ann", "Lee"), "3"))
                .when(says(roy, "2", LATER))
                .expectEvents(ignored);
        Persons.clinic()
                .given(recorded(Persons.named("Ann", "Lee"), "3"), ignored)
                .when(says(roy, "2", LATER))
                .expectNoEvents();
    }

    @Test
    void somebodyAlikeIsShownBeforeTheyAreRegisteredTwice() {
        Demographics ann = Persons.named("Ann", "Lee");
        Persons.clinic()
                .givenNoPriorActivity()
                .when(new RegisterPatient("p1", "main", ann, List.of("p7"), true))
                .expectNoEvents()
                .expectException(Refused.Alike.class);
        Persons.clinic()
                .givenNoPriorActivity()
                .when(new RegisterPatient("p1", "main", ann, List.of(), true))
                .expectEvents(
                        new PatientRegistered("p1", "main", ann),
                        new LikenessKept("p1", "main", Phi.of("1980-01-02 ann lee")));
        Persons.clinic()
                .givenNoPriorActivity()
                .when(new RegisterPatient("p1", "main", ann, List.of(), false))
                .expectEvents(new PatientRegistered("p1", "main", ann));
    }
}
