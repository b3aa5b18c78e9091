package carequeue.command.patient;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What becomes of a patient's record. */
class PatientTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static FixtureConfiguration<Patient> clinic() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneOffset.UTC,
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(Patient.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Demographics named(String last) {
        return new Demographics(Phi.of("MRN001"), Phi.of("Ann"), Phi.of(last), null, null, null, null);
    }

    private static PatientRecorded recorded(String last, String version) {
        return new PatientRecorded("p1", "main", named(last), "ehr", "77", version, false, NOON);
    }

    private static RecordPatient says(String last, String version, boolean deceased) {
        return new RecordPatient("p1", "main", named(last), "ehr", "77", version, deceased, NOON);
    }

    @Test
    void aTypedInPatientIsRegisteredOnce() {
        RegisterPatient order = new RegisterPatient("p1", "main", named("Lee"));
        PatientRegistered registered = new PatientRegistered("p1", "main", named("Lee"));
        clinic().givenNoPriorActivity().when(order).expectEvents(registered).expectResultMessagePayload("p1");
        clinic().given(registered).when(order).expectNoEvents().expectResultMessagePayload("p1");
        clinic().givenNoPriorActivity()
                .when(order, MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }

    @Test
    void newsIsOnlyWhatChanged() {
        clinic().givenNoPriorActivity().when(says("Lee", "1", false)).expectEvents(recorded("Lee", "1"));
        clinic().given(recorded("Lee", "1")).when(says("Lee", "2", false)).expectNoEvents();
        clinic().given(recorded("Lee", "1")).when(says("Roy", "2", false)).expectEvents(recorded("Roy", "2"));
        clinic().given(recorded("Lee", "1"))
                .when(says("Lee", "2", true))
                .expectEvents(new PatientRecorded("p1", "main", named("Lee"), "ehr", "77", "2", true, NOON));
    }

    @Test
    void whatTheEhrSaysOfATypedInPatientIsNews() {
        clinic().given(new PatientRegistered("p1", "main", named("Lee")))
                .when(says("Lee", "1", false))
                .expectEvents(recorded("Lee", "1"));
    }

    @Test
    void aLinkIsNotedOnce() {
        PatientLinked linked = new PatientLinked("p1", "ehr", "77");
        clinic().given(new PatientRegistered("p1", "main", named("Lee")))
                .when(new LinkPatient("p1", "ehr", "77"))
                .expectEvents(linked);
        clinic().given(new PatientRegistered("p1", "main", named("Lee")), linked)
                .when(new LinkPatient("p1", "ehr", "77"))
                .expectNoEvents();
        clinic().given(recorded("Lee", "1"))
                .when(new LinkPatient("p1", "ehr", "77"))
                .expectNoEvents();
    }

    @Test
    void anotherSitesStaffFindNoSuchPatient() {
        clinic().given(recorded("Lee", "1"))
                .when(new LinkPatient("p1", "ehr", "78"), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }
}
