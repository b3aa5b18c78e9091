package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;

/** Writes the status of an Appointment on the version that was read, and reads it back. */
final class AppointmentTelling {

    private final FhirCalls calls;
    private final Writing writing;
    private final Vendor vendor;

    AppointmentTelling(FhirCalls calls, Writing writing, Vendor vendor) {
        this.calls = calls;
        this.writing = writing;
        this.vendor = vendor;
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
        // Who arrives after all is no no-show, whoever said so.
        boolean cameAfterAll = is == AppointmentStatus.NOSHOW && !back;
        if (is == null || Statuses.off(is) && !cameAfterAll) {
            throw says(is);
        }
        Appointment now = move(found, status);
        if (back ? now.getStatus() != status : !Statuses.reached(now.getStatus(), status)) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not show the appointment's status");
        }
        return told(now);
    }

    Optional<Told> tellNoShow(String ehrId, boolean missed) {
        return Retold.again(() -> missed ? Optional.of(missed(ehrId)) : awaited(ehrId));
    }

    private Told missed(String ehrId) {
        Appointment found = read(ehrId);
        AppointmentStatus is = found.getStatus();
        if (is == AppointmentStatus.NOSHOW) {
            return told(found);
        } else if (is == null || !Statuses.awaited(is)) {
            throw says(is);
        }
        return shown(move(found, AppointmentStatus.NOSHOW), AppointmentStatus.NOSHOW);
    }

    /** Only a no-show is taken back: an arrival that is told meanwhile stands. */
    private Optional<Told> awaited(String ehrId) {
        Appointment found = read(ehrId);
        if (found.getStatus() == AppointmentStatus.NOSHOW) {
            return Optional.of(shown(move(found, AppointmentStatus.BOOKED), AppointmentStatus.BOOKED));
        }
        return Optional.of(found)
                .filter(it -> it.getStatus() == AppointmentStatus.BOOKED)
                .map(AppointmentTelling::told);
    }

    private static Told shown(Appointment now, AppointmentStatus status) {
        if (now.getStatus() != status) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not show the appointment's status");
        }
        return told(now);
    }

    private static OutsideFailure says(AppointmentStatus is) {
        return new OutsideFailure.Rejected(
                EhrService.EHR, "says of the appointment: " + (is == null ? "nothing" : is.toCode()));
    }

    /** Writes each status of the vendor's way, on the version that the one before made. */
    private Appointment move(Appointment found, AppointmentStatus status) {
        var way = vendor.way(found.getStatus(), status)
                .orElseThrow(() -> new OutsideFailure.Rejected(
                        EhrService.EHR,
                        "lets no appointment go from " + found.getStatus().toCode() + " to " + status.toCode()));
        Appointment now = found;
        for (AppointmentStatus next : way) {
            now.setStatus(next);
            String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + next.toCode() + "\"}]";
            writing.change(now, patch);
            now = read(found.getIdElement().getIdPart());
        }
        return now;
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
