package carequeue.command.patient;

import carequeue.api.Refused;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.OpenVisit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What two records of one person cannot both have after a merge. */
final class OneVisit {

    private OneVisit() {}

    /**
     * The visit that ends because the other one stays; null where they do not meet at a site.
     *
     * @throws Refused.AgainstRule while nobody has chosen
     */
    static String ending(List<OpenVisit> visits, String keep, String patientId, String otherId) {
        OpenVisit ours = null;
        OpenVisit theirs = null;
        for (OpenVisit one : visits) {
            for (OpenVisit other : visits) {
                boolean meet = one.siteId().equals(other.siteId())
                        && one.patientId().equals(patientId)
                        && other.patientId().equals(otherId);
                ours = meet ? one : ours;
                theirs = meet ? other : theirs;
            }
        }
        if (ours == null) {
            return null;
        } else if (ours.visitId().equals(keep)) {
            return theirs.visitId();
        } else if (theirs.visitId().equals(keep)) {
            return ours.visitId();
        }
        String both = visits.stream().map(OpenVisit::visitId).collect(Collectors.joining(" and "));
        throw new Refused.AgainstRule(
                "both-have-an-open-visit",
                "Both have an open visit: choose by keepVisit which one stays, " + both + ".");
    }

    /** Whether two coverages are one: the same payer and member. */
    static boolean sameAs(Coverage one, Coverage other) {
        return one.coverageId().equals(other.coverageId())
                || one.payerId() != null
                        && one.payerId().equals(other.payerId())
                        && Objects.equals(one.memberId(), other.memberId());
    }
}
