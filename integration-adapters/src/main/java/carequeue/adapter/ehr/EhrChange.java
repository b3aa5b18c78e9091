package carequeue.adapter.ehr;

import java.time.Instant;

/** Something that changed in the EHR, as the EHR says itself when it is asked. */
public interface EhrChange {

    /** What kinds of things are followed. */
    enum Kind {
        PATIENT("Patient"),
        APPOINTMENT("Appointment");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The EHR's own word. */
        public String word() {
            return word;
        }

        /** The kind of that word, or null where it is none that is followed. */
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    Kind kind();

    String ehrId();

    /** The version there, or null where the EHR keeps none. */
    String version();

    /** When it changed, by the EHR's clock, or null where it does not say. */
    Instant at();

    /** Whether it was deleted there. */
    boolean gone();

    /**
     * What it is now, read by the rules of a site.
     *
     * @throws Unacceptable naming every field that cannot be accepted
     */
    PatientRecord patient(String siteId);

    /**
     * What it is now.
     *
     * @throws Unacceptable naming every field that cannot be accepted
     */
    AppointmentRecord appointment();

    /** Its kind and identifier, such as {@code Patient/17}. */
    default String name() {
        return kind().word() + "/" + ehrId();
    }
}
