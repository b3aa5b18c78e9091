package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceCommand.AwaitCoverage;
import carequeue.api.claim.BalanceCommand.ElapseBalance;
import carequeue.api.claim.BalanceEvent.CoverageWaitEnded;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.DraftClaim;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way from the end of a visit: a claim at once, one for a coverage that is found later, or none. */
class VisitClaimSagaTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final CoverageRef FIRST = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    private static final CoverageRef SECOND = new CoverageRef("c2", CoverageOrder.SECONDARY, "00007", "Medicaid", true);
    private static final Covered INSURED = new Covered("p1", List.of(FIRST, SECOND));
    private static final Covered SELF_PAY = new Covered("p1", List.of());
    private static final VisitFinished FINISHED = new VisitFinished("v1", "p1", "a1", NOON);
    private static final Instant UNTIL = Instant.parse("2027-02-22T05:00:00Z");
    private static final String BALANCE = BalanceCommand.id("v1");
    private static final CoverageRecorded FOUND = new CoverageRecorded(
            "p1",
            new Coverage(
                    "c1",
                    CoverageOrder.PRIMARY,
                    "60054",
                    "Aetna",
                    Phi.of("M1"),
                    null,
                    Relationship.SELF,
                    null,
                    null,
                    null),
            "desk");

    private final Play<VisitClaimSaga> play = new Play<>(VisitClaimSaga.class);

    private static DraftClaim draft() {
        return new DraftClaim(
                ClaimCommand.id("v1", "c1"),
                "main",
                "p1",
                "v1",
                DAY,
                FIRST,
                List.of(SECOND),
                null,
                null,
                ClaimPolicy.DEFAULT);
    }

    @Test
    void anInsuredPatientsVisitHasItsClaimAtOnce() {
        play.answering(AskCoverages.class, INSURED).tell(FINISHED);
        assertThat(play.order(DraftClaim.class)).isEqualTo(draft());
        assertThat(play.names()).doesNotContain("RequestEligibility", "AwaitCoverage");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoPaysByThemselfHasNoneAndACoverageIsStillAwaited() {
        play.answering(AskCoverages.class, SELF_PAY).tell(FINISHED);
        assertThat(play.names()).containsExactly("AskCoverages", "AwaitCoverage");
        assertThat(play.order(AwaitCoverage.class)).isEqualTo(new AwaitCoverage(BALANCE, "v1", "main", "p1", UNTIL));
        verify(play.deadlines).schedule(Waiting.BALANCE, BALANCE, "coverage", UNTIL);
        assertThat(Waiting.BALANCE.end("b", "coverage")).isEqualTo(new ElapseBalance("b", "coverage"));
        play.result().expectActiveSagas(1);
        play.tell(new CoverageWaitEnded(BALANCE, "v1", NOON)).result().expectActiveSagas(0);
    }

    @Test
    void aCoverageThatIsFoundLaterStartsTheCheckAndTheClaim() {
        play.answering(AskCoverages.class, SELF_PAY).tell(FINISHED);
        play.answering(AskCoverages.class, INSURED).tell(FOUND);
        assertThat(play.order(RequestEligibility.class))
                .isEqualTo(new RequestEligibility(
                        EligibilityCommand.id("main", "p1", "c1", DAY),
                        "v1",
                        "a1",
                        "main",
                        "p1",
                        FIRST,
                        List.of(SECOND),
                        DAY,
                        EligibilityPolicy.DEFAULT));
        assertThat(play.order(DraftClaim.class)).isEqualTo(draft());
        verify(play.deadlines).cancel(Waiting.BALANCE, BALANCE, "coverage");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aCoverageOfOtherDaysIsNone() {
        play.answering(AskCoverages.class, SELF_PAY).tell(FINISHED).tell(FOUND);
        assertThat(play.names()).containsExactly("AskCoverages");
        play.result().expectActiveSagas(1);
    }

    @Test
    void aPatientWhoIsNotKnownHereHasNoCoverage() {
        play.refusing(AskCoverages.class, new Refused.NotFound("patient", "p1")).tell(FINISHED);
        assertThat(play.names()).contains("AwaitCoverage");
        play.result().expectActiveSagas(1);
    }

    @Test
    void aRefusedWaitIsAnEnd() {
        play.answering(AskCoverages.class, SELF_PAY)
                .refusing(AwaitCoverage.class, new Refused.NotFound("site", "main"))
                .tell(FINISHED);
        play.result().expectActiveSagas(0);
    }

    @Test
    void aRefusedDraftIsAnEnd() {
        play.answering(AskCoverages.class, INSURED)
                .refusing(DraftClaim.class, new Refused.NotFound("site", "main"))
                .tell(FINISHED);
        play.result().expectActiveSagas(0);
    }
}
