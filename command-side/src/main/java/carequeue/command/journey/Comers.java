package carequeue.command.journey;

import carequeue.api.Refused;
import carequeue.api.patient.KinCommand.AssessPatient;
import carequeue.api.patient.Standing;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether somebody who is named by their identifier can come at all. */
@Component
class Comers {

    private final Door door;
    private final MergedRecords records;
    private final Clock clock;

    Comers(Door door, MergedRecords records, Clock clock) {
        this.door = door;
        this.records = records;
        this.clock = clock;
    }

    /** What a check-in, booking or other order of a site has to know of a patient today. */
    Standing standing(String patientId, Site site, Asked asked) {
        AssessPatient question = new AssessPatient(
                patientId, site.businessDay(clock.instant()), site.policies().age());
        Outcome<Standing> outcome = door.send(question, asked, "standing " + patientId, null);
        return outcome.value();
    }

    /**
     * The patient as they are to be checked in or booked: themself, or the one whom their record was merged into.
     *
     * @throws Refused.AgainstRule {@code deceased}
     */
    String admitted(String patientId, Site site, Asked asked) {
        String current = records.current(patientId);
        try {
            if (standing(current, site, asked).deceased()) {
                throw new Refused.AgainstRule(
                        "deceased", "This patient is recorded as having died; please see the desk.");
            }
        } catch (Refused.NotFound elsewhere) {
            // Known at another site, or by an appointment only: who they are is asked of the EHR.
            return current;
        }
        return current;
    }
}
