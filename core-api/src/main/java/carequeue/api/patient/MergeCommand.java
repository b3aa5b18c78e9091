package carequeue.api.patient;

import carequeue.api.PhiSubject;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to merge two records of one person, and to take that back. */
public sealed interface MergeCommand extends PatientCommand {

    /**
     * Says that another record is of the same person; it keeps its identifier, and what is open of it goes to this patient. Refused while both
     * have an open visit at a site and nobody has chosen which one stays. Answers the merge's identifier.
     *
     * @param visits the open visits of both, as they are known when it is ordered
     * @param keepVisit the one that stays where both have one, or null
     */
    record MergePatients(
            @TargetAggregateIdentifier String patientId,
            String otherId,
            List<OpenVisit> visits,
            String keepVisit,
            String reason)
            implements MergeCommand {}

    /** Says that they are two persons after all: what went over and is still open goes back. */
    record PartPatients(@TargetAggregateIdentifier String patientId, String otherId, String reason)
            implements MergeCommand {}

    /** Tells the other record that it was merged; answers its {@link Belongings}. Harmless when it knows. */
    record GoInto(@TargetAggregateIdentifier String patientId, String into, String mergeId) implements MergeCommand {}

    /** Tells the other record that it stands alone again. Harmless when it does. */
    record ComeApart(@TargetAggregateIdentifier String patientId, String mergeId) implements MergeCommand {}

    /** What a merged record had. */
    record Belongings(@PhiSubject String patientId, List<Coverage> coverages) {}

    /** Takes over coverages, where this patient has none like them and a place is free; answers the {@link Taken}. */
    record TakeCoverages(
            @TargetAggregateIdentifier @PhiSubject String patientId, String mergeId, List<Coverage> coverages)
            implements MergeCommand {}

    /**
     * What came of taking coverages over.
     *
     * @param taken the identifiers of those that were taken
     * @param left those for which no place was free: a person looks at them
     */
    record Taken(List<String> taken, List<String> left) {}

    /** Ends coverages that were taken over and are not this patient's after all. */
    record GiveBackCoverages(@TargetAggregateIdentifier String patientId, String mergeId, List<String> coverageIds)
            implements MergeCommand {}
}
