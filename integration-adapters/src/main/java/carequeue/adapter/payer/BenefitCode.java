package carequeue.adapter.payer;

import carequeue.api.eligibility.EligibilityState;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The codes of EB01 in an X12 271 (005010X279A1): what a line of the payer's answer says about the coverage that was asked for. */
enum BenefitCode {
    ACTIVE("1", Says.ACTIVE, "active coverage"),
    ACTIVE_FULL_RISK("2", Says.ACTIVE, "active, full-risk capitation"),
    ACTIVE_CAPITATED("3", Says.ACTIVE, "active, services capitated"),
    ACTIVE_CAPITATED_TO_PRIMARY("4", Says.ACTIVE, "active, services capitated to the primary care physician"),
    ACTIVE_PENDING_INVESTIGATION("5", Says.UNDECIDED, "the payer itself is still looking into it"),
    INACTIVE("6", Says.INACTIVE, "inactive"),
    INACTIVE_PENDING_UPDATE("7", Says.UNDECIDED, "the payer is about to change its record"),
    INACTIVE_PENDING_INVESTIGATION("8", Says.UNDECIDED, "the payer itself is still looking into it"),
    CO_INSURANCE("A", Says.NOTHING, "a share of a bill that is not known at the visit"),
    CO_PAYMENT("B", Says.CO_PAYMENT, "what is owed at the visit"),
    DEDUCTIBLE("C", Says.DEDUCTIBLE, "of the plan's year, or what remains of it"),
    COVERAGE_BASIS("CB", Says.NOTHING, "on what the coverage rests, not whether it is active"),
    DESCRIPTION("D", Says.NOTHING, "describes a benefit in words"),
    EXCLUSIONS("E", Says.NOTHING, "names what is not paid, not whether the coverage is active"),
    LIMITATIONS("F", Says.NOTHING, "limits a benefit, not the coverage"),
    OUT_OF_POCKET("G", Says.NOTHING, "a yearly limit that no visit collects"),
    UNLIMITED("H", Says.NOTHING, "a benefit without a limit"),
    NON_COVERED("I", Says.NOTHING, "one service is not paid for; the coverage goes on"),
    COST_CONTAINMENT("J", Says.NOTHING, "the payer's own rule of spending"),
    RESERVE("K", Says.NOTHING, "days or amounts kept in reserve"),
    PRIMARY_CARE_PROVIDER("L", Says.NOTHING, "names a provider"),
    PRE_EXISTING("M", Says.NOTHING, "a condition of the benefit"),
    MANAGED_CARE("MC", Says.NOTHING, "names a coordinator"),
    RESTRICTED_TO_PROVIDER("N", Says.NOTHING, "names the provider who may serve"),
    NOT_NECESSARY("O", Says.NOTHING, "judges a service, not the coverage"),
    DISCLAIMER("P", Says.NOTHING, "a disclaimer"),
    SECOND_OPINION("Q", Says.NOTHING, "a condition of an operation"),
    OTHER_PAYER("R", Says.NOTHING, "names another payer; staff see it and record the coverage"),
    PRIOR_YEARS("S", Says.NOTHING, "of years gone by"),
    CARD_LOST("T", Says.NOTHING, "the card was reported lost; the line on the coverage decides"),
    CONTACT_OTHERS("U", Says.UNDECIDED, "somebody else has to be asked"),
    CANNOT_PROCESS("V", Says.UNDECIDED, "the payer cannot say"),
    OTHER_SOURCE("W", Says.NOTHING, "where the data came from"),
    FACILITY("X", Says.NOTHING, "names a facility"),
    SPEND_DOWN("Y", Says.UNDECIDED, "active only once the patient has spent an amount");

    private final String code;
    private final Says says;
    private final String words;

    BenefitCode(String code, Says says, String words) {
        this.code = code;
        this.says = says;
        this.words = words;
    }

    /** What a line can say. */
    enum Says {
        ACTIVE,
        INACTIVE,
        /** Something about being active that is neither yes nor no. */
        UNDECIDED,
        CO_PAYMENT,
        DEDUCTIBLE,
        /** Nothing that we act on; the words say why. */
        NOTHING
    }

    /** The code of the standard. */
    String code() {
        return code;
    }

    Says says() {
        return says;
    }

    /** What it is, or why nothing follows from it. */
    String words() {
        return words;
    }

    static Optional<BenefitCode> of(String code) {
        return Arrays.stream(values()).filter(b -> b.code.equals(code)).findFirst();
    }

    /** Whether the coverage is active, by the codes of all lines about it; what contradicts itself is unknown. */
    static EligibilityState outcome(Collection<String> codes) {
        Set<Says> said = EnumSet.noneOf(Says.class);
        codes.forEach(code -> said.add(of(code).map(BenefitCode::says).orElse(Says.NOTHING)));
        boolean active = said.contains(Says.ACTIVE);
        if (said.contains(Says.UNDECIDED) || active == said.contains(Says.INACTIVE)) {
            return EligibilityState.UNKNOWN;
        }
        return active ? EligibilityState.ACTIVE : EligibilityState.INACTIVE;
    }
}
