package carequeue.adapter.ehr;

/**
 * One part of a patient's record that is to be changed in the EHR.
 *
 * @param before what the EHR is taken to say now, or null where that is not known to be anything
 * @param wanted what it is to say, as {@link carequeue.api.patient.Address#text} writes addresses
 */
public record PatientEdit(Part part, String before, String wanted) {

    /** What of a patient can be changed there; record numbers are the EHR's own to give. */
    public enum Part {
        FIRST_NAME("firstName", "first-name", true),
        LAST_NAME("lastName", "last-name", true),
        BIRTH_DATE("birthDate", "birth-date", true),
        PHONE("phone", "phone", false),
        EMAIL("email", "email", false),
        GENDER("gender", "gender", false),
        ADDRESS("address", "address", false);

        private final String field;
        private final String word;
        private final boolean identity;

        Part(String field, String word, boolean identity) {
            this.field = field;
            this.word = word;
            this.identity = identity;
        }

        /** As the rules of what may leave call it. */
        public String field() {
            return field;
        }

        /** As conflicts call it, such as {@code patient.first-name}. */
        String inConflict() {
            return "patient." + word;
        }

        /** Whether it says who somebody is, so that a person decides between two systems. */
        boolean identity() {
            return identity;
        }
    }

    @Override
    public String toString() {
        return part.field();
    }
}
