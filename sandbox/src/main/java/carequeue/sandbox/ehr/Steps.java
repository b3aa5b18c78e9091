package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Map;
import java.util.Set;

/** Which status may follow which; staying is always allowed, and so is saying that it was entered in error. */
record Steps(String type, Map<String, Set<String>> allowed) {

    static final Steps APPOINTMENT = new Steps(
            "Appointment",
            Map.of(
                    "proposed", Set.of("pending", "waitlist", "booked", "cancelled"),
                    "pending", Set.of("proposed", "waitlist", "booked", "cancelled"),
                    "waitlist", Set.of("proposed", "pending", "booked", "cancelled"),
                    "booked", Set.of("pending", "arrived", "checked-in", "noshow", "cancelled"),
                    "arrived", Set.of("booked", "checked-in", "fulfilled", "noshow", "cancelled"),
                    "checked-in", Set.of("booked", "arrived", "fulfilled", "noshow", "cancelled"),
                    "noshow", Set.of("booked", "arrived", "checked-in", "cancelled"),
                    "fulfilled", Set.of(),
                    "cancelled", Set.of(),
                    "entered-in-error", Set.of()));

    static final Steps ENCOUNTER = new Steps(
            "Encounter",
            Map.of(
                    "planned", Set.of("arrived", "triaged", "in-progress", "cancelled"),
                    "arrived", Set.of("planned", "triaged", "in-progress", "finished", "cancelled"),
                    "triaged", Set.of("arrived", "in-progress", "finished", "cancelled"),
                    "in-progress", Set.of("arrived", "triaged", "onleave", "finished", "cancelled"),
                    "onleave", Set.of("in-progress", "finished", "cancelled"),
                    "unknown", Set.of("planned", "arrived", "triaged", "in-progress", "finished", "cancelled"),
                    "finished", Set.of(),
                    "cancelled", Set.of(),
                    "entered-in-error", Set.of()));

    void check(String from, String to) {
        boolean correction = to.equals("entered-in-error") && !from.equals(to);
        if (!from.equals(to) && !correction && !allowed.get(from).contains(to)) {
            throw new UnprocessableEntityException(type + ".status: " + to + " cannot follow " + from);
        }
    }

    /** Only what the table names, without staying and without corrections. */
    void only(String from, String to) {
        if (!allowed.getOrDefault(from, Set.of()).contains(to)) {
            throw new UnprocessableEntityException(type + ".status: " + to + " cannot follow " + from);
        }
    }
}
