package carequeue.api.patient;

import carequeue.api.Claims;
import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import java.time.Instant;
import java.util.Set;

/** What happened to a patient's record. */
public sealed interface PatientEvent {

    /** The kind of key that a medical record number is; its scope is the site. */
    String MRN = "mrn";

    /** The kind of key by which a person who is typed in twice is found; its scope is the site. */
    String LIKENESS = "likeness";

    /** The patient's identifier. */
    String patientId();

    @EventName(value = "patient.registered", revision = 2)
    record PatientRegistered(@PhiSubject String patientId, String siteId, Demographics demographics)
            implements PatientEvent, Claims {
        @Override
        public Set<Key> takes() {
            return mrnOf(siteId, demographics);
        }
    }

    /**
     * Whoever is typed in so alike is taken for the same person until staff say otherwise.
     *
     * @param likeness name and birth date, as they are compared
     */
    @EventName("patient.likeness-kept")
    record LikenessKept(
            @PhiSubject String patientId,
            String siteId,
            @PhiField("likeness") Phi<String> likeness) implements PatientEvent, Claims {
        @Override
        public Set<Key> takes() {
            return likeness.known()
                    .map(like -> Set.of(new Key(LIKENESS, siteId, like)))
                    .orElse(Set.of());
        }
    }

    /** An outside system told us, for the first time or something new. */
    @EventName(value = "patient.recorded", revision = 2)
    record PatientRecorded(
            @PhiSubject String patientId,
            String siteId,
            Demographics demographics,
            String system,
            String outsideId,
            String version,
            boolean deceased,
            Instant readAt)
            implements PatientEvent, Claims {
        @Override
        public Set<String> frees() {
            return Set.of(MRN);
        }

        @Override
        public Set<Key> takes() {
            return mrnOf(siteId, demographics);
        }
    }

    /** A system sent what is older than what it had said before; {@code known} is that version. */
    @EventName("patient.older-news-ignored")
    record OlderNewsOfPatient(String patientId, String system, String version, String known) implements PatientEvent {}

    @EventName("patient.linked")
    record PatientLinked(String patientId, String system, String outsideId) implements PatientEvent {}

    /** A coverage is new, or known better. */
    @EventName("patient.coverage-recorded")
    record CoverageRecorded(@PhiSubject String patientId, Coverage coverage, String source) implements PatientEvent {}

    @EventName("patient.coverage-ended")
    record CoverageEnded(String patientId, String coverageId, String source) implements PatientEvent {}

    @EventName("patient.preferences-changed")
    record PreferencesChanged(String patientId, Preferences preferences, String source) implements PatientEvent {}

    private static Set<Claims.Key> mrnOf(String siteId, Demographics demographics) {
        Phi<String> mrn = demographics.mrn();
        return mrn == null
                ? Set.of()
                : mrn.known().map(v -> Set.of(new Claims.Key(MRN, siteId, v))).orElse(Set.of());
    }
}
