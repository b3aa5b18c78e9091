package carequeue.query.patients;

import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.patient.PatientQuery.PatientView;
import java.util.Optional;

/** The fold of a patient's card. */
final class PatientFold {

    private PatientFold() {}

    /** Whose card an event changes. */
    static Optional<String> patient(Object event) {
        if (event instanceof PatientRegistered e) {
            return Optional.of(e.patientId());
        } else if (event instanceof PatientRecorded e) {
            return Optional.of(e.patientId());
        } else if (event instanceof WentInto e) {
            return Optional.of(e.patientId());
        }
        return event instanceof CameApart e ? Optional.of(e.patientId()) : Optional.empty();
    }

    /** The card after an event; {@code before} is null where there was none yet, and so may be the answer. */
    static PatientView on(PatientView before, Object event) {
        String merged = before == null ? null : before.mergedInto();
        if (event instanceof PatientRegistered e) {
            return PatientRows.view(e.patientId(), e.siteId(), e.demographics(), false, "carequeue", merged);
        } else if (event instanceof PatientRecorded e) {
            return PatientRows.view(e.patientId(), e.siteId(), e.demographics(), e.deceased(), e.system(), merged);
        } else if (before == null) {
            return null;
        } else if (event instanceof WentInto e) {
            return merged(before, e.into());
        }
        return event instanceof CameApart ? merged(before, null) : before;
    }

    private static PatientView merged(PatientView p, String into) {
        return new PatientView(
                p.patientId(),
                p.siteId(),
                p.mrn(),
                p.firstName(),
                p.lastName(),
                p.birthDate(),
                p.phone(),
                p.email(),
                p.gender(),
                p.deceased(),
                p.source(),
                into,
                p.address(),
                p.born());
    }
}
