package carequeue.adapter.payer;

import carequeue.adapter.payer.BenefitCode.Says;
import carequeue.adapter.payer.Heard.Rejection;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Understands a payer's answer. Whether the coverage is active is told by the lines about the services that were asked for; where there is no
 * such line, by all. What several lines of equal rank say differently is not known.
 *
 * @param services the service types in question, the most important first
 */
public record Understanding(List<String> services) {

    private static final Set<Says> STANDING = Set.of(Says.ACTIVE, Says.INACTIVE, Says.UNDECIDED);

    public Understanding {
        services = List.copyOf(services);
    }

    /** What an answer comes to. */
    public EligibilityAnswer of(Heard heard) {
        List<BenefitLine> standing = standing(heard.lines());
        List<String> codes = codes(heard, standing);
        if (standing.isEmpty() && !heard.rejections().isEmpty()) {
            List<String> reasons =
                    heard.rejections().stream().map(Rejection::reason).toList();
            EligibilityState outcome = RejectReason.outcome(reasons);
            return new EligibilityAnswer(outcome, Benefits.NONE, followUp(heard.rejections(), outcome), codes);
        }
        EligibilityState outcome =
                BenefitCode.outcome(standing.stream().map(BenefitLine::code).toList());
        return new EligibilityAnswer(outcome, benefits(heard, standing), FollowUp.NONE, codes);
    }

    private List<BenefitLine> standing(List<BenefitLine> lines) {
        List<BenefitLine> all = lines.stream()
                .filter(line -> says(line).map(STANDING::contains).orElse(false))
                .toList();
        List<BenefitLine> asked =
                all.stream().filter(line -> line.about(services)).toList();
        return asked.isEmpty() ? all : asked;
    }

    private static java.util.Optional<Says> says(BenefitLine line) {
        return BenefitCode.of(line.code()).map(BenefitCode::says);
    }

    /** The wish that belongs to the reason that counts. */
    private static FollowUp followUp(List<Rejection> rejections, EligibilityState outcome) {
        return rejections.stream()
                .filter(one -> RejectReason.outcome(List.of(one.reason())) == outcome)
                .map(one -> FollowUpCode.of(one.followUp().isEmpty() ? null : one.followUp()))
                .filter(wish -> wish != FollowUp.NONE)
                .findFirst()
                .orElse(FollowUp.NONE);
    }

    private Benefits benefits(Heard heard, List<BenefitLine> standing) {
        Amounts amounts = new Amounts(heard.lines(), services);
        return new Benefits(
                amounts.coPay(),
                amounts.deductible(),
                amounts.deductibleRemaining(),
                network(heard.lines(), standing),
                heard.from(),
                heard.until());
    }

    /** The line that says that the coverage is active says it best; else a plan that speaks of one side only. */
    private static Network network(List<BenefitLine> lines, List<BenefitLine> standing) {
        Network told = side(standing);
        return told == Network.UNKNOWN
                ? side(lines.stream()
                        .filter(line -> line.amount() != null || line.percent() != null)
                        .toList())
                : told;
    }

    private static Network side(List<BenefitLine> lines) {
        List<Network> sides = lines.stream()
                .map(line -> FollowUpCode.network(line.network()))
                .filter(one -> one != Network.UNKNOWN)
                .distinct()
                .toList();
        return sides.size() == 1 ? sides.get(0) : Network.UNKNOWN;
    }

    /** The payer's own codes, each once, those that decided first. */
    private static List<String> codes(Heard heard, List<BenefitLine> standing) {
        Set<String> codes = new LinkedHashSet<>();
        heard.rejections().stream()
                .sorted(Comparator.comparing(Rejection::reason))
                .forEach(one -> codes.add("AAA03:" + one.reason()));
        heard.rejections().stream()
                .filter(one -> !one.followUp().isEmpty())
                .forEach(one -> codes.add("AAA04:" + one.followUp()));
        standing.forEach(line -> codes.add("EB01:" + line.code()));
        heard.lines().forEach(line -> codes.add("EB01:" + line.code()));
        return new ArrayList<>(codes).subList(0, Math.min(20, codes.size()));
    }
}
