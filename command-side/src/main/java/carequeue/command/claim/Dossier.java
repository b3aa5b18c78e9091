package carequeue.command.claim;

import carequeue.api.PhiSubject;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.Frequency;
import carequeue.api.claim.Prior;
import carequeue.api.claim.Worry;
import carequeue.api.patient.CoverageRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of a claim. */
final class Dossier {

    @PhiSubject
    String patientId;

    /** Whose claim it is by now: records of one person are merged, and taken apart. */
    String owner;

    ClaimDrafted drafted;
    CoverageRef coverage;
    Prior prior;
    ClaimContent content = ClaimContent.NONE;
    /** As it went out last. */
    ClaimContent sent;

    ContentSource source;
    String payerClaimNumber;
    ClaimPolicy policy;
    ClaimState state;
    /** Where it stood before the payer was told that it is void. */
    ClaimState before;

    int submission;
    /** How many of the submissions never left us. */
    int unsent;

    /** Whether a payer holds a claim of ours, so that a further submission takes its place. */
    boolean held;

    boolean heldBefore;
    /** The payer does not find the last submission. */
    boolean lost;

    int wait;
    boolean waits;
    /** How often the status was asked for since there was news. */
    int asks;

    Adjudication decision;
    int decided;
    final Set<String> answers = new HashSet<>();
    final Map<String, Long> money = new TreeMap<>();
    Worry worry;

    /** What came of the payer's money so far, in minor units. */
    long remitted() {
        return money.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /** Whether somebody still has to send it. */
    boolean withUs() {
        return state == ClaimState.DRAFTED || state == ClaimState.REJECTED || state == ClaimState.CORRECTED;
    }

    /** Whether the payer has no bill of ours. */
    boolean toFile() {
        return !held && withUs();
    }

    Frequency next() {
        return held ? Frequency.REPLACEMENT : Frequency.ORIGINAL;
    }

    List<Field> missing() {
        return Completeness.missing(content, coverage, next(), payerClaimNumber);
    }

    static List<String> pointers(List<Field> fields) {
        return fields.stream().map(Field::pointer).toList();
    }

    /** Whether no further payer is billed after this one. */
    boolean last() {
        return drafted.further().isEmpty();
    }
}
