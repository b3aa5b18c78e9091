package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;

/** Writes the status of an Appointment on the version that was read, and reads it back. */
final class AppointmentTelling {

    private final FhirCalls calls;

    AppointmentTelling(FhirCalls calls) {
        this.calls = calls;
    }

    Told tell(String ehrId, AppointmentStatus status, boolean back) {
        return Retold.again(() -> once(ehrId, status, back));
    }

    private Told once(String ehrId, AppointmentStatus status, boolean back) {
        Appointment found = read(ehrId);
        AppointmentStatus is = found.getStatus();
        if (back ? is == status : Statuses.reached(is, status)) {
            return told(found);
        }
        if (is == null || Statuses.off(is)) {
            throw new OutsideFailure.Rejected(
                    EhrService.EHR, "says of the appointment: " + (is == null ? "nothing" : is.toCode()));
        }
        found.setStatus(status);
        calls.call(client -> client.update().resource(found).execute());
        Appointment now = read(ehrId);
        if (back ? now.getStatus() != status : !Statuses.reached(now.getStatus(), status)) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not show the appointment's status");
        }
        return told(now);
    }

    private Appointment read(String ehrId) {
        return calls.call(client ->
                client.read().resource(Appointment.class).withId(ehrId).execute());
    }

    private static Told told(Appointment appointment) {
        return new Told(
                "Appointment",
                appointment.getIdElement().getIdPart(),
                appointment.getIdElement().getVersionIdPart());
    }
}
