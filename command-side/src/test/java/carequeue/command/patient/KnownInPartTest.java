package carequeue.command.patient;

import static carequeue.command.patient.Persons.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Phi;
import carequeue.api.conflict.Said;
import carequeue.api.patient.Address;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.DifferenceEvent.PatientDiffers;
import carequeue.api.patient.PatientCommand.CorrectPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.CoreMatchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year or a month of birth says less than a day, and nothing else; what somebody here says of a patient holds from then on. */
class KnownInPartTest {

    private static final Address HOME = new Address(List.of("12 Main St", "Apt 4"), "Boston", "MA", "02118", "US");

    private static Demographics born(String part) {
        return new Demographics(
                Phi.of("MRN001"),
                Phi.of("Ann"),
                Phi.of("Lee"),
                null,
                Phi.of("555-0100"),
                null,
                null,
                null,
                Phi.of(part));
    }

    private static RecordPatient says(Demographics who) {
        return new RecordPatient("p1", "main", who, "ehr", "77", "1", false, NOON, NOON, null);
    }

    private static PatientRecorded recorded(Demographics who, String system, String outsideId, String version) {
        return new PatientRecorded("p1", "main", who, system, outsideId, version, false, NOON);
    }

    @ParameterizedTest
    @CsvSource({"1980", "1980-01"})
    void whatIsKnownWholeStaysWhole(String part) {
        Persons.clinic()
                .given(new PatientRegistered("p1", "main", Persons.named("Ann", "Lee")))
                .when(says(born(part)))
                .expectEvents(recorded(Persons.named("Ann", "Lee"), "ehr", "77", "1"));
    }

    @Test
    void aDayTakesThePlaceOfItsYear() {
        Persons.clinic()
                .given(new PatientRegistered("p1", "main", born("1980")))
                .when(says(Persons.named("Ann", "Lee")))
                .expectEvents(recorded(Persons.named("Ann", "Lee"), "ehr", "77", "1"));
    }

    @ParameterizedTest
    @CsvSource({"1981", "1980-02"})
    void anotherYearOrMonthIsForAPerson(String part) {
        Persons.clinic()
                .given(new PatientRegistered("p1", "main", Persons.named("Ann", "Lee")))
                .when(says(born(part)))
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.sequenceOf(
                        CoreMatchers.instanceOf(PatientDiffers.class),
                        CoreMatchers.instanceOf(PatientRecorded.class))));
    }

    @ParameterizedTest
    @CsvSource({"2008,2008-12-31", "2008-02,2008-02-29"})
    void nobodyIsTakenForOlderThanTheyMayBe(String part, LocalDate latest) {
        assertThat(born(part).bornAtLatest()).isEqualTo(Optional.of(latest));
    }

    @Test
    void theDeskCorrectsWhatItSaysAndLeavesTheRest() {
        Demographics said = new Demographics(
                null, null, null, null, Phi.of("555-0199"), null, Phi.of("female"), Phi.of(HOME), null);
        Demographics then = new Demographics(
                Phi.of("MRN001"),
                Phi.of("Ann"),
                Phi.of("Lee"),
                Phi.of(LocalDate.parse("1980-01-02")),
                Phi.of("555-0199"),
                null,
                Phi.of("female"),
                Phi.of(HOME),
                null);
        var known = recorded(Persons.named("Ann", "Lee"), "ehr", "77", "1");
        Persons.clinic()
                .given(known)
                .when(new CorrectPatient("p1", said))
                .expectEvents(recorded(then, Said.US, null, null));
        Persons.clinic()
                .given(known, recorded(then, Said.US, null, null))
                .when(new CorrectPatient("p1", said))
                .expectNoEvents();
    }
}
