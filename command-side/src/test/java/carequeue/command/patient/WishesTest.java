package carequeue.command.patient;

import static carequeue.api.patient.Coverage.Relationship.CHILD;
import static carequeue.api.patient.Coverage.Relationship.SELF;
import static carequeue.api.patient.CoverageOrder.PRIMARY;
import static carequeue.api.patient.CoverageOrder.SECONDARY;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.Contact;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.Coverage.Subscriber;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.*;
import carequeue.api.patient.PatientEvent.*;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Who pays for a patient, and how they want to be told. */
class WishesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Demographics ANN = new Demographics(
            null, Phi.of("Ann"), Phi.of("Lee"), null, Phi.of("+15550100"), Phi.of("ann@example.org"), null);
    private static final Coverage AETNA = coverage("c1", PRIMARY, SELF, null);

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

    private static Coverage coverage(String id, CoverageOrder order, Relationship is, Subscriber of) {
        return new Coverage(id, order, "60054", "Aetna", Phi.of("W1"), null, is, of, null, null);
    }

    private static PatientRegistered ann() {
        return new PatientRegistered("p1", "main", ANN);
    }

    private static CoverageRecorded recorded(Coverage coverage) {
        return new CoverageRecorded("p1", coverage, "desk");
    }

    private static RecordCoverages says(Coverage... coverages) {
        return new RecordCoverages("p1", List.of(coverages), "desk");
    }

    @Test
    void coveragesAreAddedChangedAndEnded() {
        Coverage second = coverage("c2", SECONDARY, SELF, null);
        clinic().given(ann()).when(says(AETNA, second)).expectEvents(recorded(AETNA), recorded(second));
        clinic().given(ann(), recorded(AETNA)).when(says(AETNA)).expectNoEvents();
        Coverage renamed =
                new Coverage("c1", PRIMARY, "60054", "Aetna HMO", Phi.of("W2"), null, SELF, null, null, null);
        clinic().given(ann(), recorded(AETNA), recorded(second))
                .when(says(renamed))
                .expectEvents(recorded(renamed), new CoverageEnded("p1", "c2", "desk"));
        clinic().given(ann(), recorded(AETNA)).when(says()).expectEvents(new CoverageEnded("p1", "c1", "desk"));
    }

    @Test
    void whatCannotBeIsRefused() {
        Coverage twice = coverage("c1", SECONDARY, SELF, null);
        Coverage sameOrder = coverage("c2", PRIMARY, SELF, null);
        Coverage backwards = new Coverage("c3", SECONDARY, null, null, null, null, SELF, null, DAY, DAY.minusDays(1));
        Coverage noOrder = coverage("c4", null, SELF, null);
        for (Coverage wrong : List.of(twice, sameOrder, backwards, noOrder)) {
            clinic().given(ann()).when(says(AETNA, wrong)).expectNoEvents().expectException(Refused.BadField.class);
        }
    }

    @Test
    void oneCoverageMayFollowAnother() {
        Coverage old = new Coverage("c1", PRIMARY, "60054", "Aetna", null, null, SELF, null, null, DAY.minusDays(1));
        Coverage now = new Coverage("c2", PRIMARY, "00007", "Medicaid", null, null, SELF, null, DAY, null);
        clinic().given(ann()).when(says(old, now)).expectEvents(recorded(old), recorded(now));
        clinic().given(ann(), recorded(old), recorded(now))
                .when(new AskCoverages("p1", DAY))
                .expectResultMessagePayload(
                        new Covered("p1", List.of(new CoverageRef("c2", PRIMARY, "00007", "Medicaid", false))));
    }

    @Test
    void thePrimaryComesFirstAndNoneIsSelfPay() {
        Subscriber mother = new Subscriber(Phi.of("Eve"), Phi.of("Lee"), Phi.of(DAY));
        clinic().given(
                        ann(),
                        recorded(coverage("c1", SECONDARY, CHILD, mother)),
                        recorded(coverage("c2", PRIMARY, CHILD, null)))
                .when(new AskCoverages("p1", DAY))
                .expectNoEvents()
                .expectResultMessagePayload(new Covered(
                        "p1",
                        List.of(
                                new CoverageRef("c2", PRIMARY, "60054", "Aetna", false),
                                new CoverageRef("c1", SECONDARY, "60054", "Aetna", true))));
        clinic().given(ann())
                .when(new AskCoverages("p1", DAY))
                .expectResultMessagePayload(new Covered("p1", List.of()));
    }

    @Test
    void preferencesAreNotedOnce() {
        Preferences wanted = new Preferences("es", MessageChannel.SMS, Map.of(MessageChannel.SMS, Consent.GIVEN));
        clinic().given(ann())
                .when(new ChangePreferences("p1", wanted))
                .expectEvents(new PreferencesChanged("p1", wanted, "patient"));
        clinic().given(ann(), new PreferencesChanged("p1", wanted, "patient"))
                .when(new ChangePreferences("p1", wanted))
                .expectNoEvents();
    }

    @Test
    void whoAnswersStopIsNotWrittenToAnyMoreThatWay() {
        Preferences wanted = new Preferences(
                "es", null, Map.of(MessageChannel.SMS, Consent.GIVEN, MessageChannel.EMAIL, Consent.GIVEN));
        Preferences stopped = wanted.with(MessageChannel.SMS, Consent.WITHDRAWN);
        clinic().given(ann(), new PreferencesChanged("p1", wanted, "patient"))
                .when(new ChangeConsent("p1", MessageChannel.SMS, Consent.WITHDRAWN, "sms"))
                .expectEvents(new PreferencesChanged("p1", stopped, "sms"));
        clinic().given(ann(), new PreferencesChanged("p1", stopped, "sms"))
                .when(new AskContact("p1"))
                .expectNoEvents()
                .expectResultMessagePayload(new Contact("p1", stopped, ANN.phone(), ANN.email(), null));
    }
}
