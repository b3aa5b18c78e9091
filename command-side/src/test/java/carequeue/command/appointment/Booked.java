package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;

/** An appointment of the EHR in every status, for tests. */
final class Booked {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final Instant END = NOON.plusSeconds(1200);

    private Booked() {}

    static Sites sites() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("lab", "Laboratory", "L"), new Site.Service("x", "Imaging", "X")),
                List.of(),
                Policies.DEFAULT)));
    }

    static FixtureConfiguration<Appointment> clinic() {
        return new AggregateTestFixture<>(Appointment.class)
                .registerInjectableResource(sites())
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** How it came to a status, told by the EHR as its version 5. */
    static List<Object> story(AppointmentStatus status) {
        List<Object> story = new ArrayList<>();
        boolean came = Set.of(ARRIVED, CHECKED_IN, FULFILLED).contains(status);
        // So long ago that a patient who did not come can be marked so.
        Instant start = NOON.minusSeconds(3600);
        story.add(new AppointmentBooked(
                "a1",
                "main",
                "lab",
                "dr-lee",
                "p1",
                start,
                start.plusSeconds(1200),
                "check-up",
                came ? BOOKED : status,
                "ehr",
                "77",
                "5",
                NOON));
        if (came) {
            story.add(new AppointmentArrived("a1", "v1", NOON));
        }
        if (status == CHECKED_IN || status == FULFILLED) {
            story.add(new AppointmentCheckedIn("a1", "v1", NOON));
        }
        if (status == FULFILLED) {
            story.add(new AppointmentFulfilled("a1", "v1", NOON));
        }
        return story;
    }

    static Instant start() {
        return NOON.minusSeconds(3600);
    }

    /** The EHR's word, with everything as it was but for what is given. */
    static RecordAppointment says(
            AppointmentStatus status,
            Instant start,
            String provider,
            String version,
            Instant saidAt,
            ConflictPolicy rules) {
        return new RecordAppointment(
                "a1",
                "main",
                "lab",
                provider,
                "p1",
                start,
                start.plusSeconds(1200),
                "check-up",
                status,
                "ehr",
                "77",
                version,
                saidAt,
                rules);
    }

    static CustomTypeSafeMatcher<Throwable> wrongState(AppointmentStatus found) {
        return new CustomTypeSafeMatcher<>("refused, naming " + found) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.WrongState wrong
                        && wrong.state().equals(found.toString());
            }
        };
    }
}
