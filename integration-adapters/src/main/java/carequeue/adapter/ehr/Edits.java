package carequeue.adapter.ehr;

import carequeue.adapter.ehr.PatientEdit.Part;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.Phi;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.conflict.ConflictEvent.ConflictChanged;
import carequeue.api.conflict.ConflictEvent.ConflictRaised;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.patient.Address;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which parts of a patient's record the EHR is to be told, by what happened here. */
@Component
public class Edits {

    private final PastEvents past;

    public Edits(PastEvents past) {
        this.past = past;
    }

    /** What somebody here changed with this event. */
    List<PatientEdit> of(PatientRecorded event, Attempt attempt) {
        Demographics before = before(event, attempt);
        List<PatientEdit> edits = new ArrayList<>();
        for (Part part : Part.values()) {
            String was = before == null ? null : text(part, before);
            String is = text(part, event.demographics());
            if (is != null && !is.equals(was)) {
                edits.add(new PatientEdit(part, was, is));
            }
        }
        return edits;
    }

    /** What a person decided against the EHR's word. */
    List<PatientEdit> of(ConflictResolved decided) {
        String wanted = Phi.text(decided.value(), value -> value, null);
        String theirs = past.of(decided.conflictId(), ConflictEvent.class)
                .map(Edits::theirs)
                .filter(Objects::nonNull)
                .reduce((one, later) -> later)
                .orElse(null);
        return Stream.of(Part.values())
                .filter(part -> wanted != null && part.inConflict().equals(decided.field()))
                .map(part -> new PatientEdit(part, theirs, wanted))
                .toList();
    }

    private static String theirs(ConflictEvent event) {
        if (event instanceof ConflictRaised raised) {
            return Phi.text(raised.theirs().value(), value -> value, null);
        }
        return event instanceof ConflictChanged changed
                ? Phi.text(changed.theirs().value(), value -> value, null)
                : null;
    }

    private Demographics before(PatientRecorded event, Attempt attempt) {
        return past.of(event.patientId(), PatientEvent.class, attempt.row().sequence())
                .map(Edits::demographics)
                .filter(Objects::nonNull)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static Demographics demographics(PatientEvent event) {
        if (event instanceof PatientRegistered registered) {
            return registered.demographics();
        }
        return event instanceof PatientRecorded recorded ? recorded.demographics() : null;
    }

    private static String text(Part part, Demographics who) {
        return switch (part) {
            case FIRST_NAME -> Phi.text(who.firstName(), v -> v, null);
            case LAST_NAME -> Phi.text(who.lastName(), v -> v, null);
            case BIRTH_DATE -> Phi.text(who.birthDate(), LocalDate::toString, Phi.text(who.born(), v -> v, null));
            case PHONE -> Phi.text(who.phone(), v -> v, null);
            case EMAIL -> Phi.text(who.email(), v -> v, null);
            case GENDER -> Phi.text(who.gender(), v -> v, null);
            case ADDRESS -> Phi.text(who.address(), Address::text, null);
        };
    }
}
