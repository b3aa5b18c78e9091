package carequeue.query.audit;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The things and patients that an event names. */
record Mentions(Set<String> entities, Set<String> patients) {

    private static final Set<String> ENTITIES = Set.of("queueId", "entryId", "visitId", "appointmentId", "patientId");
    private static final Map<String, Set<String>> PATIENTS = Map.of(
            "visit.patient-identified", Set.of("patientId", "before"),
            "payment.assigned", Set.of("patientId", "before"),
            "patient.merged", Set.of("patientId", "otherId"),
            "patient.parted", Set.of("patientId", "otherId"),
            "patient.went-into", Set.of("patientId", "into"),
            "patient.came-apart", Set.of("patientId", "from"));
    private static final Set<String> PATIENT = Set.of("patientId");

    static Mentions of(String type, String aggregateId, Object event) {
        Set<String> entities = new TreeSet<>();
        Set<String> patients = new TreeSet<>();
        if (aggregateId != null) {
            entities.add(aggregateId);
        }
        Set<String> naming = PATIENTS.getOrDefault(type, PATIENT);
        RecordComponent[] parts = event.getClass().getRecordComponents();
        for (RecordComponent part : parts == null ? new RecordComponent[0] : parts) {
            if (part.getType() == String.class
                    && (ENTITIES.contains(part.getName()) || naming.contains(part.getName()))) {
                add(value(part, event), naming.contains(part.getName()), entities, patients);
            }
        }
        return new Mentions(entities, patients);
    }

    private static void add(Object id, boolean patient, Set<String> entities, Set<String> patients) {
        if (id != null) {
            entities.add(id.toString());
            if (patient) {
                patients.add(id.toString());
            }
        }
    }

    private static Object value(RecordComponent part, Object event) {
        try {
            return part.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
