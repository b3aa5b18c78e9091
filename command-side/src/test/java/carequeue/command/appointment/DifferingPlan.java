package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static carequeue.command.appointment.Booked.NOON;
import static carequeue.command.appointment.Booked.clinic;
import static carequeue.command.appointment.Booked.story;

import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;
import java.time.Instant;
import org.axonframework.test.aggregate.TestExecutor;

/** An appointment of which two systems speak. */
abstract class DifferingPlan {

    static final Instant AFTER = NOON.plusSeconds(60);

    static RecordAppointment says(AppointmentStatus status, String provider, String version, Instant saidAt) {
        return Booked.says(status, Booked.start(), provider, version, saidAt, null);
    }

    static AppointmentDiffers differs(
            String visit,
            String field,
            String ours,
            String theirs,
            String version,
            Instant oursAt,
            Instant theirsAt,
            Rule rule,
            Side winner) {
        return new AppointmentDiffers(
                "a1",
                "main",
                "p1",
                visit,
                field,
                ours,
                theirs,
                "ehr",
                version,
                oursAt,
                theirsAt,
                rule,
                winner,
                "conflict-rules/1",
                NOON);
    }

    static OutsideSaid heard(AppointmentStatus status, String version, Instant saidAt) {
        return new OutsideSaid("a1", "ehr", "77", version, status, saidAt, NOON);
    }

    static TestExecutor<Appointment> at(AppointmentStatus status) {
        return clinic().given(story(status));
    }
}
