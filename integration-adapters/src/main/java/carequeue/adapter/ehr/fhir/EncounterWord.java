package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EncounterStatus;
import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;

/** The statuses of an Encounter in FHIR R4, and what each says of a visit of ours, or why it says nothing. */
public enum EncounterWord {
    PLANNED(Encounter.EncounterStatus.PLANNED, null, "a visit of ours begins with the arrival; plans are Appointments"),
    ARRIVED(Encounter.EncounterStatus.ARRIVED, EncounterStatus.ARRIVED, "the patient is here, or waits"),
    TRIAGED(Encounter.EncounterStatus.TRIAGED, EncounterStatus.ARRIVED, "still waits: our acuity is not a status"),
    IN_PROGRESS(Encounter.EncounterStatus.INPROGRESS, EncounterStatus.IN_PROGRESS, "the patient is being served"),
    ON_LEAVE(Encounter.EncounterStatus.ONLEAVE, EncounterStatus.IN_PROGRESS, "away for a while, and not done"),
    FINISHED(Encounter.EncounterStatus.FINISHED, EncounterStatus.FINISHED, "the patient was seen"),
    CANCELLED(Encounter.EncounterStatus.CANCELLED, EncounterStatus.CANCELLED, "it ended before it began"),
    ENTERED_IN_ERROR(
            Encounter.EncounterStatus.ENTEREDINERROR, null, "ours is taken back only by a person; theirs is looked at"),
    UNKNOWN(Encounter.EncounterStatus.UNKNOWN, null, "says nothing"),
    NULL(Encounter.EncounterStatus.NULL, null, "no status of the standard: the library's word for none");

    private final Encounter.EncounterStatus theirs;
    private final EncounterStatus ours;
    private final String why;

    EncounterWord(Encounter.EncounterStatus theirs, EncounterStatus ours, String why) {
        this.theirs = theirs;
        this.ours = ours;
        this.why = why;
    }

    /** The standard's word, or a question mark where it is none. */
    public String word() {
        return theirs == Encounter.EncounterStatus.NULL ? "?" : theirs.toCode();
    }

    /** Where a visit of ours would stand, empty where it says nothing of one. */
    public Optional<EncounterStatus> ours() {
        return Optional.ofNullable(ours);
    }

    /** Why so. */
    public String why() {
        return why;
    }

    static Optional<EncounterWord> of(Encounter.EncounterStatus theirs) {
        return Arrays.stream(values()).filter(w -> w.theirs == theirs).findFirst();
    }
}
