package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Patch;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;

/** The visits, of which Oracle lets the times be patched and nothing of the status; a new one names its place. */
final class CernerEncounterDoor extends EncounterDoor {

    CernerEncounterDoor(Records records, ZoneId zone, Clock clock) {
        super(records, zone, clock);
    }

    @Override
    void check(Encounter wanted) {
        super.check(wanted);
        Required.that(wanted.getLocation().size() == 1, "Exactly one Encounter.location");
    }

    /** Takes another begin or end. */
    @Patch
    public MethodOutcome patch(
            @IdParam IdType id, PatchTypeEnum type, @ResourceParam String body, HttpServletRequest http) {
        JsonPatch patch = JsonPatch.read(body, Set.of("/period/start", "/period/end"));
        if (!records().has("Encounter", id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        Encounter kept = records().change(Encounter.class, id.getIdPart(), now -> {
            JsonPatch.onVersion(http.getHeader("If-Match"), now);
            patch.changes().forEach(change -> {
                var time = new DateTimeType(change.value());
                if (change.path().endsWith("start")) {
                    now.getPeriod().setStartElement(time);
                } else {
                    now.getPeriod().setEndElement(time);
                }
            });
            return now;
        });
        return new MethodOutcome(kept.getIdElement());
    }
}
