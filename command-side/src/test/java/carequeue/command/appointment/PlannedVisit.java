package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;

import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
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
import org.axonframework.test.aggregate.TestExecutor;

/** An appointment on the table of the tests. */
abstract class PlannedVisit {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final Instant END = NOON.plusSeconds(1200);

    static FixtureConfiguration<Appointment> clinic() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("lab", "Laboratory", "L")),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(Appointment.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static AppointmentBooked booked(AppointmentStatus status, Instant start, String version) {
        return new AppointmentBooked(
                "a1",
                "main",
                "lab",
                "dr-lee",
                "p1",
                start,
                start.plusSeconds(1200),
                "check-up",
                status,
                "ehr",
                "77",
                version,
                NOON);
    }

    static TestExecutor<Appointment> at(AppointmentStatus status) {
        List<AppointmentEvent> story = new ArrayList<>();
        boolean came = Set.of(ARRIVED, CHECKED_IN, FULFILLED).contains(status);
        story.add(booked(came ? BOOKED : status, NOON, "5"));
        if (came) {
            story.add(new AppointmentArrived("a1", "v1", NOON));
        }
        if (status == CHECKED_IN || status == FULFILLED) {
            story.add(new AppointmentCheckedIn("a1", "v1", NOON));
        }
        if (status == FULFILLED) {
            story.add(new AppointmentFulfilled("a1", "v1", NOON));
        }
        return clinic().given(story);
    }
}
