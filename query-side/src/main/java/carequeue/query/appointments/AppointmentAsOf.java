package carequeue.query.appointments;

import carequeue.api.Actor;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.site.Sites;
import carequeue.query.history.History;
import carequeue.query.history.Past;
import carequeue.query.live.Reads;
import carequeue.query.views.Names;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to an appointment's past: the live fold over the events up to then. */
@RestController
@Reads(History.SETTLED_BY)
class AppointmentAsOf {

    private final History history;
    private final Sites sites;

    AppointmentAsOf(History history, Sites sites) {
        this.history = history;
        this.sites = sites;
    }

    /** An appointment with the instant and the position it is shown for. */
    record PastAppointment(@JsonUnwrapped AppointmentView appointment, long position, Instant asOf) {}

    @GetMapping("/api/audit/appointments/{appointmentId}/as-of")
    PastAppointment asOf(
            @PathVariable String appointmentId,
            @RequestParam(required = false) Instant at,
            @RequestParam(required = false) Long position,
            Actor actor) {
        Past past = history.past(at, position);
        Planned planned = null;
        for (Object event : history.of(appointmentId, past.position())) {
            planned = event instanceof AppointmentEvent e ? PlanFold.on(planned, e, sites) : planned;
        }
        if (planned == null || !actor.mayEnter(planned.siteId())) {
            throw new Refused.NotFound("appointment", appointmentId);
        }
        AppointmentView view = planned.view(appointmentId, patient(planned.patientId(), past.position()));
        return new PastAppointment(view, past.position(), past.asOf());
    }

    private AppointmentPatient patient(String patientId, long position) {
        return history.patient(patientId, position)
                .map(who -> new AppointmentPatient(patientId, who.name(), Phi.text(who.mrn(), mrn -> mrn, null)))
                .orElseGet(() -> new AppointmentPatient(patientId, Names.UNKNOWN, null));
    }
}
