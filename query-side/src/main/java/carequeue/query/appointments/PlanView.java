package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.Sites;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the day's plan. */
@Component
class PlanView implements View {

    private final Sites sites;

    PlanView(Sites sites) {
        this.sites = sites;
    }

    @Override
    public String name() {
        return PlanProjection.VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(PlanRows.PLAN, PlanRows.PATIENTS);
    }

    @Override
    public boolean hears(Class<?> event) {
        return AppointmentEvent.class.isAssignableFrom(event)
                || event == OutsideSaid.class
                || event == PatientRegistered.class
                || event == PatientRecorded.class;
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        Object event = told.event();
        if (event instanceof AppointmentEvent e) {
            sheet.want(PlanRows.PLAN, e.appointmentId());
        } else if (event instanceof OutsideSaid e) {
            sheet.want(PlanRows.PLAN, e.appointmentId());
        } else if (event instanceof PatientRegistered e) {
            sheet.want(PlanRows.PATIENTS, e.patientId());
        } else if (event instanceof PatientRecorded e) {
            sheet.want(PlanRows.PATIENTS, e.patientId());
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        Object event = told.event();
        if (event instanceof AppointmentEvent e) {
            Planned after = PlanFold.on(sheet.get(PlanRows.PLAN, e.appointmentId()), e, sites);
            if (after != null) {
                sheet.put(PlanRows.PLAN, e.appointmentId(), after, told.position());
            }
        } else if (event instanceof OutsideSaid e) {
            Planned before = sheet.get(PlanRows.PLAN, e.appointmentId());
            if (before != null) {
                sheet.put(PlanRows.PLAN, e.appointmentId(), PlanFold.said(before, e), told.position());
            }
        } else if (event instanceof PatientRegistered e) {
            sheet.put(PlanRows.PATIENTS, e.patientId(), PlanRows.who(e.demographics()), told.position());
        } else if (event instanceof PatientRecorded e) {
            sheet.put(PlanRows.PATIENTS, e.patientId(), PlanRows.who(e.demographics()), told.position());
        }
    }
}
