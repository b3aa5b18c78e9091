package carequeue.adapter.payer;

import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.FollowUp;
import java.util.Map;

/** The codes of AAA04 in an X12 271: what the payer wants to be done; and of EB12, whether the clinic is in its network. */
final class FollowUpCode {

    private static final Map<String, FollowUp> FOLLOW_UPS = Map.of(
            "C", FollowUp.CORRECT_AND_RESUBMIT,
            "N", FollowUp.DO_NOT_RESUBMIT,
            "P", FollowUp.RESUBMIT_UNCHANGED,
            "R", FollowUp.RESUBMISSION_ALLOWED,
            // It asks a third party, or holds the question: both times an answer follows by itself.
            "S", FollowUp.ANSWER_FOLLOWS,
            "W", FollowUp.WAIT_30_DAYS,
            "X", FollowUp.WAIT_10_DAYS,
            "Y", FollowUp.ANSWER_FOLLOWS);

    private static final Map<String, Network> NETWORKS = Map.of(
            "Y", Network.IN,
            "N", Network.OUT,
            "U", Network.UNKNOWN,
            // Not applicable: the benefit is the same in and out.
            "W", Network.UNKNOWN);

    private FollowUpCode() {}

    /** Every code of AAA04. */
    static Map<String, FollowUp> all() {
        return FOLLOW_UPS;
    }

    /** What is to be done; a code that we do not know asks for nothing by itself. */
    static FollowUp of(String code) {
        return code == null ? FollowUp.NONE : FOLLOW_UPS.getOrDefault(code, FollowUp.NONE);
    }

    /** Whether in the network, by EB12; null where the payer did not say. */
    static Network network(String code) {
        return code == null ? Network.UNKNOWN : NETWORKS.getOrDefault(code, Network.UNKNOWN);
    }
}
