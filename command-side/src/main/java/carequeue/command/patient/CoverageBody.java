package carequeue.command.patient;

import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.Coverage.Subscriber;
import carequeue.api.patient.CoverageOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A coverage as staff type it in.
 *
 * @param coverageId of a coverage that is known already, or null
 * @param relationship what the patient is to the subscriber
 * @param subscriber only where that is another person
 */
record CoverageBody(
        @Size(max = 64) String coverageId,
        @NotNull CoverageOrder order,
        @Size(max = 80) String payerId,
        @Size(max = 100) String payerName,

        @Pattern(regexp = "[A-Za-z0-9 -]{2,80}", message = "has 2 to 80 letters, digits, blanks or dashes")
        String memberId,

        @Size(max = 50) String groupNumber,
        @NotNull Relationship relationship,
        @Valid Other subscriber,
        LocalDate from,
        LocalDate until) {

    /** The subscriber. */
    record Other(
            @Size(max = 100) String firstName,
            @Size(max = 100) String lastName,
            LocalDate birthDate) {

        Subscriber named() {
            return new Subscriber(Phi.of(firstName), Phi.of(lastName), Phi.of(birthDate));
        }
    }

    /** The coverage of a patient; typed in again, it is the same one. */
    Coverage of(String patientId, int place) {
        String id = coverageId != null
                ? coverageId
                : Ids.derived("coverage", patientId, order.toString(), payerId == null ? "" : payerId, "" + place);
        return new Coverage(
                id,
                order,
                payerId,
                payerName,
                Phi.of(memberId),
                Phi.of(groupNumber),
                relationship,
                relationship == Relationship.SELF || subscriber == null ? null : subscriber.named(),
                from,
                until);
    }
}
