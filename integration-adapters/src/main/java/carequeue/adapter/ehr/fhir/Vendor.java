package carequeue.adapter.ehr.fhir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;

/**
 * What is special about a vendor's servers, beyond what they say of themselves.
 *
 * @param dayBy by what the appointments of a day can be asked for
 * @param steps which status of an appointment may follow which when we write it; empty: any
 * @param statusOfEncounters whether the status of an Encounter can be changed
 * @param scope what we ask for, where nothing is configured
 */
record Vendor(
        DayBy dayBy, Map<AppointmentStatus, Set<AppointmentStatus>> steps, boolean statusOfEncounters, String scope) {

    /** By what a day is asked for. */
    enum DayBy {
        DATE,
        LOCATION,
        PATIENT
    }

    /** A server that keeps to the standard. */
    static final Vendor GENERIC = new Vendor(
            DayBy.DATE, Map.of(), true, "system/*.rs system/Patient.cu system/Appointment.u system/Encounter.cu");

    /** The statuses to be written one after another, without the first; nothing when there is no way. */
    Optional<List<AppointmentStatus>> way(AppointmentStatus from, AppointmentStatus to) {
        if (steps.isEmpty()) {
            return Optional.of(List.of(to));
        }
        Map<AppointmentStatus, List<AppointmentStatus>> ways = new HashMap<>(Map.of(from, List.of()));
        Deque<AppointmentStatus> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !ways.containsKey(to)) {
            AppointmentStatus at = next.remove();
            for (AppointmentStatus then : steps.getOrDefault(at, Set.of())) {
                // Nobody is cancelled on the way to somewhere else.
                if (!ways.containsKey(then) && (then == to || then != AppointmentStatus.CANCELLED)) {
                    List<AppointmentStatus> way = new ArrayList<>(ways.get(at));
                    way.add(then);
                    ways.put(then, way);
                    next.add(then);
                }
            }
        }
        return Optional.ofNullable(ways.get(to));
    }
}
