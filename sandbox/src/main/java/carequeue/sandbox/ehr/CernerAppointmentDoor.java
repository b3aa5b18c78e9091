package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Patch;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.IdType;

/** The appointments, whose status is patched in Oracle's order. */
final class CernerAppointmentDoor extends AppointmentDoor {

    private static final Steps STEPS = new Steps(
            "Appointment",
            Map.of(
                    "proposed", Set.of("booked", "cancelled"),
                    "booked", Set.of("arrived", "checked-in", "cancelled"),
                    "arrived", Set.of("checked-in", "cancelled"),
                    "checked-in", Set.of("fulfilled", "cancelled")));

    CernerAppointmentDoor(Records records, ZoneId zone) {
        super(records, zone);
    }

    /** Takes a new status. */
    @Patch
    public MethodOutcome patch(
            @IdParam IdType id, PatchTypeEnum type, @ResourceParam String body, HttpServletRequest http) {
        JsonPatch patch = JsonPatch.read(body, Set.of("/status"));
        if (!records().has("Appointment", id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        Appointment kept = records().change(Appointment.class, id.getIdPart(), now -> {
            JsonPatch.onVersion(http.getHeader("If-Match"), now);
            String wanted = patch.changes().get(0).value();
            STEPS.only(now.getStatus().toCode(), wanted);
            return now.setStatus(AppointmentStatus.fromCode(wanted));
        });
        return new MethodOutcome(kept.getIdElement());
    }
}
