package carequeue.command.claim;

import carequeue.api.Phi;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.Frequency;
import carequeue.api.patient.CoverageRef;
import java.util.ArrayList;
import java.util.List;

/** What a payer needs before it takes a claim, and what of it is missing. */
final class Completeness {

    private final List<Field> missing = new ArrayList<>();

    private Completeness() {}

    /** The fields that are missing, each by its JSON pointer; empty when the claim can go out. */
    static List<Field> missing(
            ClaimContent content, CoverageRef coverage, Frequency frequency, String payerClaimNumber) {
        Completeness found = new Completeness();
        found.need(content.diagnosisCount() > 0, "/diagnoses");
        found.lines(content);
        found.need(content.placeOfService() != null, "/placeOfService");
        found.need(content.billingNpi() != null, "/billingNpi");
        found.need(coverage.payerId() != null && !coverage.payerId().isBlank(), "/coverage/payerId");
        found.need(coverage.subscriberKnown(), "/coverage/subscriber");
        found.need(!frequency.namesEarlier() || payerClaimNumber != null, "/payerClaimNumber");
        return found.missing;
    }

    private void lines(ClaimContent content) {
        need(!content.lines().isEmpty(), "/lines");
        for (int i = 0; i < content.lines().size(); i++) {
            ClaimLine line = content.lines().get(i);
            need(is(line.procedure()), "/lines/" + i + "/procedure");
            need(line.charge() != null, "/lines/" + i + "/charge");
            need(line.units() != null, "/lines/" + i + "/units");
            need(!line.diagnosisPointers().isEmpty(), "/lines/" + i + "/diagnosisPointers");
        }
        boolean charged = content.lines().stream().allMatch(line -> line.charge() != null);
        need(content.lines().isEmpty() || !charged || content.total() > 0, "/lines/0/charge");
    }

    private static boolean is(Phi<?> value) {
        return value != null && value.known().isPresent();
    }

    private void need(boolean there, String pointer) {
        if (!there) {
            missing.add(new Field(pointer, "is missing"));
        }
    }
}
