package carequeue.command.patient;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Companion;
import carequeue.api.patient.KinCommand.AssessPatient;
import carequeue.api.patient.KinCommand.EndRelation;
import carequeue.api.patient.KinCommand.RelatePerson;
import carequeue.api.patient.KinEvent.PersonRelated;
import carequeue.api.patient.KinEvent.RelationEnded;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.patient.RelatedPerson;
import carequeue.api.patient.RelatedPerson.Power;
import carequeue.api.patient.RelatedPerson.Role;
import carequeue.api.patient.Standing;
import carequeue.api.site.AgePolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts for a patient, until when, and what a check-in is told of it. */
class KinTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static PatientRegistered born(String date) {
        return new PatientRegistered("p1", "main", Persons.with("Ann", "Lee", date, "555-0100"));
    }

    private static RelatedPerson mother(Set<Role> roles, LocalDate from, LocalDate until) {
        return new RelatedPerson(
                "r1",
                "p9",
                Phi.of("Mia"),
                Phi.of("Lee"),
                Phi.of("555-0101"),
                null,
                roles,
                Set.of(Power.SIGN, Power.PAY),
                from,
                until);
    }

    private static AssessPatient assess() {
        return new AssessPatient("p1", TODAY, AgePolicy.DEFAULT);
    }

    private static Standing standing(Integer age, Boolean minor, Companion... companions) {
        return new Standing("p1", "main", false, null, Phi.of(age), Phi.of(minor), List.of(companions));
    }

    @Test
    void aPersonIsNotedChangedAndEnds() {
        RelatedPerson mother = mother(Set.of(Role.GUARDIAN), null, null);
        RelatedPerson payer = mother(Set.of(Role.GUARANTOR), null, null);
        PersonRelated noted = new PersonRelated("p1", mother);
        Persons.clinic()
                .given(born("2015-01-02"))
                .when(new RelatePerson("p1", mother))
                .expectEvents(noted)
                .expectResultMessagePayload("r1");
        Persons.clinic()
                .given(born("2015-01-02"), noted)
                .when(new RelatePerson("p1", mother))
                .expectNoEvents();
        Persons.clinic()
                .given(born("2015-01-02"), noted)
                .when(new RelatePerson("p1", payer))
                .expectEvents(new PersonRelated("p1", payer));
        Persons.clinic()
                .given(born("2015-01-02"), noted)
                .when(new EndRelation("p1", "r1", "court"))
                .expectEvents(new RelationEnded("p1", "r1", "court"));
        Persons.clinic()
                .given(born("2015-01-02"))
                .when(new EndRelation("p1", "r1", "court"))
                .expectException(Refused.NotFound.class);
    }

    @Test
    void nobodyIsTheirOwnGuardianAndADayHasAnOrder() {
        RelatedPerson self = new RelatedPerson(
                "r1", "p1", Phi.of("A"), Phi.of("B"), null, null, Set.of(Role.PROXY), Set.of(), null, null);
        for (RelatedPerson wrong : new RelatedPerson[] {
            self, mother(Set.of(), null, null), mother(Set.of(Role.PROXY), TODAY, TODAY.minusDays(1))
        }) {
            Persons.clinic()
                    .given(born("2015-01-02"))
                    .when(new RelatePerson("p1", wrong))
                    .expectNoEvents()
                    .expectException(Refused.BadField.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"2008-11-24, 17, true", "2008-11-23, 18, false", "2026-11-23, 0, true"})
    void theDayOfComingOfAgeIsTheBirthday(String date, int age, boolean minor) {
        Persons.clinic()
                .given(born(date))
                .when(assess())
                .expectNoEvents()
                .expectResultMessagePayload(standing(age, minor));
    }

    @Test
    void theAgeIsTheSites() {
        Persons.clinic()
                .given(born("2008-11-24"))
                .when(new AssessPatient("p1", TODAY, new AgePolicy("of-age", 2, 16)))
                .expectResultMessagePayload(standing(17, false));
    }

    @Test
    void aGuardianActsUntilThePatientIsOfAgeAndPaysOnWhereTheyAreGuarantorToo() {
        PersonRelated guardian = new PersonRelated("p1", mother(Set.of(Role.GUARDIAN), null, null));
        PersonRelated both = new PersonRelated("p1", mother(Set.of(Role.GUARDIAN, Role.GUARANTOR), null, null));
        Set<Power> powers = Set.of(Power.SIGN, Power.PAY);
        Persons.clinic()
                .given(born("2015-01-02"), guardian)
                .when(assess())
                .expectResultMessagePayload(
                        standing(11, true, new Companion("r1", "p9", Set.of(Role.GUARDIAN), powers)));
        Persons.clinic()
                .given(born("2000-01-02"), guardian)
                .when(assess())
                .expectResultMessagePayload(standing(26, false));
        Persons.clinic()
                .given(born("2000-01-02"), both)
                .when(assess())
                .expectResultMessagePayload(
                        standing(26, false, new Companion("r1", "p9", Set.of(Role.GUARANTOR), Set.of(Power.PAY))));
    }

    @Test
    void outsideTheirDaysNobodyActs() {
        Set<Role> proxy = Set.of(Role.PROXY);
        PersonRelated over = new PersonRelated("p1", mother(proxy, null, TODAY.minusDays(1)));
        PersonRelated today = new PersonRelated("p1", mother(proxy, TODAY, TODAY));
        Persons.clinic().given(born("2000-01-02"), over).when(assess()).expectResultMessagePayload(standing(26, false));
        Persons.clinic()
                .given(born("2000-01-02"), today)
                .when(assess())
                .expectResultMessagePayload(
                        standing(26, false, new Companion("r1", "p9", proxy, Set.of(Power.SIGN, Power.PAY))));
    }

    @Test
    void aStandingSaysWhoMayDoWhat() {
        Standing child = standing(11, true, new Companion("r1", "p9", Set.of(Role.GUARDIAN), Set.of(Power.SIGN)));
        assertThat(child.isMinor()).isTrue();
        assertThat(child.lets("p9", Power.SIGN)).isTrue();
        assertThat(child.lets("r1", Power.SIGN)).isTrue();
        assertThat(child.lets("p9", Power.SEE)).isFalse();
        assertThat(child.lets("p8", Power.SIGN)).isFalse();
        assertThat(child.toString()).doesNotContain("11");
    }

    @Test
    void theDeadAreKnownAsLongAsAnySystemSaysSo() {
        PatientRecorded dead =
                new PatientRecorded("p1", "main", Persons.named("Ann", "Lee"), "ehr", "77", "2", true, Persons.NOON);
        Persons.clinic()
                .given(dead)
                .when(assess())
                .expectResultMessagePayload(
                        new Standing("p1", "main", true, null, Phi.of(46), Phi.of(false), List.of()));
    }
}
