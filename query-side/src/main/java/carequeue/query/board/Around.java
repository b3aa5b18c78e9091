package carequeue.query.board;

import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands around a queue's entries: the visits' later words, and the patients' names by their own events. */
final class Around {

    private Around() {}

    /** What a visit says of its entry: the patient named later (or null) and what is still open. */
    record Visit(String patientId, Set<String> flags) {
        static final Visit NOTHING = new Visit(null, Set.of());
    }

    static Visit on(Visit before, VisitEvent event) {
        Set<String> flags = new TreeSet<>(before.flags());
        if (event instanceof PatientIdentified e) {
            return new Visit(e.patientId(), flags);
        } else if (event instanceof ItemRaised e) {
            flags.add(e.item().toString());
        } else if (event instanceof ItemClosed e) {
            flags.remove(e.item().toString());
        } else if (event instanceof ItemClosedByHand e) {
            flags.remove(e.item().toString());
        } else if (event instanceof VisitEvent.OutsideTold e) {
            flags.remove(e.what().toString());
        }
        return new Visit(before.patientId(), flags);
    }

    /** The name that a patient's event gives, if it gives one. */
    static Optional<String> name(PatientEvent event) {
        if (event instanceof PatientRegistered e) {
            return Optional.of(e.demographics().name());
        }
        return event instanceof PatientRecorded e ? Optional.of(e.demographics().name()) : Optional.empty();
    }
}
