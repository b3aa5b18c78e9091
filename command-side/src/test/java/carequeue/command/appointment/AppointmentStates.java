package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;

import carequeue.api.Channel;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** An appointment of the EHR twenty minutes ago: a strict site's time to arrive is over, a patient one's is not. */
final class AppointmentStates extends StateTable<Appointment, AppointmentStatus> {

    private static final Instant START = Instant.parse("2026-11-23T16:40:00Z");
    private static final Instant END = START.plusSeconds(1200);
    private static final ArrivalPolicy STRICT = ArrivalPolicy.DEFAULT;
    private static final ArrivalPolicy PATIENT = new ArrivalPolicy(
            "arrival-window", 2, Duration.ofMinutes(30), Duration.ofMinutes(60), ArrivalPolicy.Late.TO_THE_DESK);

    AppointmentStates() {
        super(Appointment.class, AppointmentStatus.class, AppointmentCommand.class, "a1");
        for (AppointmentStatus planned : List.of(PROPOSED, PENDING, BOOKED, WAITLIST, NOSHOW, ENTERED_IN_ERROR)) {
            way(planned, List.of(says(planned, "5")));
        }
        way(ARRIVED, came());
        way(CHECKED_IN, came(new CheckInAppointment("a1", "v1")));
        way(FULFILLED, came(new CheckInAppointment("a1", "v1"), new FulfilAppointment("a1", "v1")));
        way(CANCELLED, List.of(says(BOOKED, "5"), new CancelAppointment("a1", "ill")));
        plan();
        arrive();
        for (AppointmentStatus status : AppointmentStatus.values()) {
            row(says(status, "6"), "says " + status);
        }
        row(new NoteWritten("a1", "ehr", "77", "6", ARRIVED));
    }

    private void plan() {
        row(new BookAppointment("a1", "main", "lab", null, "p1", START, END, null));
        row(new ConfirmAppointment("a1"));
        row(new RescheduleAppointment("a1", START.plusSeconds(60), END, "traffic"));
        row(new CancelAppointment("a1", "ill"));
        row(new MarkAppointmentNoShow("a1", STRICT), "after the window");
        row(new MarkAppointmentNoShow("a1", PATIENT), "within the window");
        row(new MarkAppointmentNoShow("a1", STRICT, "v9"), "after the window, while a visit is open");
        row(new BringBackAppointment("a1"));
        row(new CorrectAppointment("a1", null, "dr-roy", null, null, null, null, "typed wrongly"));
        row(new MarkEnteredInError("a1", "typed twice"));
        row(new SettleAppointment("a1", "appointment.status", "cancelled", "ehr"), "as cancelled");
    }

    private void arrive() {
        row(new AssessArrival("a1", "main", Channel.KIOSK, PATIENT), "within the window");
        row(new AssessArrival("a1", "main", Channel.KIOSK, STRICT), "after the window");
        row(new Arrive("a1", "v1"), "by its visit");
        row(new Arrive("a1", "v2"), "by another visit");
        row(new CheckInAppointment("a1", "v1"));
        row(new BeginAppointment("a1", "v1"));
        row(new FulfilAppointment("a1", "v1"));
        row(new WithdrawArrival("a1", "v1", "left"));
    }

    private static List<AppointmentCommand> came(AppointmentCommand... more) {
        List<AppointmentCommand> all = new ArrayList<>(List.of(says(BOOKED, "5"), new Arrive("a1", "v1")));
        all.addAll(List.of(more));
        return all;
    }

    private static RecordAppointment says(AppointmentStatus status, String version) {
        return new RecordAppointment(
                "a1", "main", "lab", "dr-lee", "p1", START, END, "check-up", status, "ehr", "77", version);
    }

    @Override
    protected String name() {
        return "Appointment";
    }

    @Override
    protected String about() {
        return "A planned slot that began twenty minutes ago; `RecordAppointment` is what the EHR says of it, in a newer version.";
    }

    @Override
    protected AppointmentStatus state(Appointment appointment) {
        return appointment.status();
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("lab", "Laboratory", "L")),
                List.of(),
                Policies.DEFAULT)));
    }
}
