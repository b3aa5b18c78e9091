package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.BillingEvent.ClaimTyped;
import carequeue.api.claim.BillingEvent.ClaimVoided;
import carequeue.api.claim.ClaimCommand.TypeClaim;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ContentSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes over into a claim what the EHR's clinicians coded and charged for the visit. Coding takes its time: it is asked for again for some
 * days, until there is a diagnosis and a charge; what is missing then, or what billing types before, is billing's.
 */
@Component
public class ReadCharges implements Effect {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final int SOON_FOR = 30;
    private static final Duration CODED_WITHIN = Duration.ofDays(3);

    private final EhrService ehr;
    private final Links links;
    private final PastEvents past;
    private final EhrPatients patients;
    private final Clock clock;

    public ReadCharges(EhrService ehr, Links links, PastEvents past, EhrPatients patients, Clock clock) {
        this.ehr = ehr;
        this.links = links;
        this.past = past;
        this.patients = patients;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ehr.read-charges";
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        ClaimDrafted claim = attempt.says(ClaimDrafted.class);
        if (isSettled(claim.claimId())) {
            return;
        }
        patients.asksFor(claim.patientId());
        Duration age = Duration.between(claim.at(), clock.instant());
        boolean last = age.compareTo(CODED_WITHIN) > 0;
        ClaimContent coded = links.of(Links.Kind.VISIT, claim.visitId())
                .map(visit -> ehr.chargesOf(visit.ehrId()))
                .orElse(ClaimContent.NONE);
        if (!last && !isCoded(coded)) {
            throw new NotYet("the EHR has not coded the visit yet", age.toSeconds() < SOON_FOR ? SOON : LATER);
        }
        if (coded.diagnosisCount() > 0 || !coded.lines().isEmpty()) {
            answers.add(Answer.of(
                    "coded", new TypeClaim(claim.claimId(), claim.patientId(), coded, null, ContentSource.EHR)));
        }
    }

    private boolean isSettled(String claimId) {
        return past.of(claimId, ClaimEvent.class)
                .anyMatch(event -> event instanceof ClaimSubmitted
                        || event instanceof ClaimVoided
                        || event instanceof ClaimTyped typed && typed.source() == ContentSource.BILLING);
    }

    private static boolean isCoded(ClaimContent content) {
        return content.diagnosisCount() > 0
                && content.lines().stream().anyMatch(line -> line.procedure() != null && line.charge() != null);
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
