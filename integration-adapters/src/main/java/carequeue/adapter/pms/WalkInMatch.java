package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.BeginAppointment;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.site.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A patient who was taken in as a walk-in while the practice management system was away came for the appointment that it tells of afterwards. */
@Component
@WithPms
public class WalkInMatch {

    private final WalkIns walkIns;
    private final PmsOrders orders;

    public WalkInMatch(WalkIns walkIns, PmsOrders orders) {
        this.walkIns = walkIns;
        this.orders = orders;
    }

    /** Brings a new appointment as far as the visit that it is for, if there is one. */
    void match(String appointmentId, KnownAppointments.Slot slot, Site site) {
        LocalDate day = site.businessDay(slot.start());
        walkIns.of(slot, site.startOf(day), site.startOf(day.plusDays(1))).ifPresent(visit -> {
            // Kept first: a step of the visit that comes meanwhile then reaches the appointment by itself.
            walkIns.match(visit.visitId(), appointmentId);
            steps(appointmentId, visit).forEach(orders::send);
        });
    }

    private static List<Object> steps(String appointmentId, WalkIns.Visit visit) {
        List<Object> steps = new ArrayList<>(List.of(new Arrive(appointmentId, visit.visitId())));
        if (!visit.state().equals("requested")) {
            steps.add(new CheckInAppointment(appointmentId, visit.visitId()));
        }
        if (visit.state().equals("begun")) {
            steps.add(new BeginAppointment(appointmentId, visit.visitId()));
        } else if (visit.state().equals("finished")) {
            steps.add(new FulfilAppointment(appointmentId, visit.visitId()));
        }
        return steps;
    }
}
