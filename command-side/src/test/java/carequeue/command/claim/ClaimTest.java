package carequeue.command.claim;

import static carequeue.command.claim.Billing.*;
import static carequeue.command.claim.Office.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.Frequency;
import carequeue.api.claim.Worry;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** How a claim is put together and goes out: each rule once as it allows, once as it refuses. */
class ClaimTest {

    private static ClaimDrafted drafted() {
        return new ClaimDrafted(
                "cl",
                "main",
                "p1",
                "v1",
                DAY,
                PRIMARY,
                List.of(),
                null,
                ClaimContent.NONE,
                List.of(),
                POLICY,
                NOON,
                Instant.parse("2027-02-22T05:00:00Z"),
                NOON);
    }

    private static ClaimTyped typed() {
        return new ClaimTyped("cl", "p1", "v1", content(12000), null, ContentSource.BILLING, List.of(), NOON);
    }

    @Test
    void aDraftNamesWhatItLacksAndHasItsTimeLimit() {
        ClaimDrafted drafted = event(after(List.of(), draft()), ClaimDrafted.class);
        assertThat(drafted.missing()).containsExactly("/diagnoses", "/lines", "/placeOfService", "/billingNpi");
        assertThat(drafted.fileBy()).isEqualTo(Instant.parse("2027-02-22T05:00:00Z"));
        assertThat(drafted.warnAt()).isEqualTo(Instant.parse("2027-02-07T05:00:00Z"));
        after(List.of(draft()), draft()).expectNoEvents();
    }

    @Test
    void aPayersOwnTimeLimitCounts() {
        DraftClaim medicaid =
                new DraftClaim("cl", "main", "p1", "v1", DAY, SECONDARY, List.of(), null, null, policy(1, 1));
        assertThat(event(after(List.of(), medicaid), ClaimDrafted.class).fileBy())
                .isEqualTo(Instant.parse("2027-11-24T05:00:00Z"));
    }

    @Test
    void whatIsCompleteGoesOut() {
        ResultValidator<Claim> outcome = after(List.of(draft(), type(content(12000))), submit());
        ClaimSubmitted submitted = event(outcome, ClaimSubmitted.class);
        assertThat(submitted.submission()).isEqualTo(1);
        assertThat(submitted.frequency()).isEqualTo(Frequency.ORIGINAL);
        assertThat(submitted.content()).isEqualTo(content(12000));
        assertThat(submitted.controlNumber()).hasSize(20).endsWith("01").matches("[0-9A-F]+");
        assertThat(submitted.answerBy()).isEqualTo(NOON.plus(Duration.ofDays(2)));
        assertThat(submitted.takes()).hasSize(1);
    }

    @Test
    void whatIsMissingIsNamedAndKeepsItDrafted() {
        fields(after(List.of(draft()), submit()), "/diagnoses", "/lines", "/placeOfService", "/billingNpi");
        ClaimContent half = content(List.of(), line(null, null, null), line("99213", 0L, 1, new Integer[0]));
        fields(
                after(List.of(draft(), type(new ClaimContent(null, half.lines(), null, NPI, null))), submit()),
                "/diagnoses",
                "/lines/0/procedure",
                "/lines/0/charge",
                "/lines/0/units",
                "/lines/0/diagnosisPointers",
                "/lines/1/diagnosisPointers",
                "/placeOfService");
        fields(after(List.of(draft(), type(content(0))), submit()), "/lines/0/charge");
        CoverageRef unknown = new CoverageRef("c1", CoverageOrder.PRIMARY, null, "?", false);
        DraftClaim draft = new DraftClaim("cl", "main", "p1", "v1", DAY, unknown, List.of(), null, null, POLICY);
        fields(after(List.of(draft, type(content(12000))), submit()), "/coverage/payerId", "/coverage/subscriber");
        after(List.of(draft, type(content(12000)), new NoteCoverage("cl", PRIMARY)), submit())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void codesHaveTheirFormAndAreWrittenAsTheStandardsDo() {
        ClaimContent typed = content(List.of("j069", "e11.9"), line("g0008", 12000L, 1, 1, 2));
        ClaimTyped event = event(after(List.of(draft()), type(typed)), ClaimTyped.class);
        assertThat(event.content().diagnoses().get()).containsExactly("J06.9", "E11.9");
        assertThat(event.content().lines().get(0).procedure().get()).isEqualTo("G0008");
        assertThat(event.missing()).isEmpty();
        ClaimContent wrong =
                new ClaimContent(Phi.of(List.of("06.9")), List.of(line("9921", 1L, 1, 2)), "28", "1234567890", null);
        fields(
                after(List.of(draft()), type(wrong)),
                "/diagnoses/0",
                "/lines/0/procedure",
                "/lines/0/diagnosisPointers",
                "/placeOfService",
                "/billingNpi");
    }

    @Test
    void whatBillingTypedTheEhrDoesNotChange() {
        TypeClaim ehr = new TypeClaim("cl", "p1", content(9000), null, ContentSource.EHR);
        after(List.of(draft()), ehr).expectSuccessfulHandlerExecution();
        after(List.of(draft(), ehr), type(content(12000))).expectSuccessfulHandlerExecution();
        rule(after(List.of(draft(), type(content(12000))), ehr), "typed-by-billing");
        after(List.of(draft(), type(content(12000))), type(content(12000))).expectNoEvents();
    }

    @Test
    void afterTheTimeLimitItNeedsAReason() {
        Instant lastDay = Instant.parse("2027-02-22T04:59:59Z");
        fixture(lastDay).given(drafted(), typed()).when(submit(), BILLING).expectSuccessfulHandlerExecution();
        rule(fixture(lastDay.plusSeconds(1)).given(drafted(), typed()).when(submit(), BILLING), "filing-limit");
        fixture(lastDay.plusSeconds(1))
                .given(drafted(), typed())
                .when(new SubmitClaim("cl", "the payer was wrong before", POLICY), BILLING)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aClaimOfAnotherSiteDoesNotExist() {
        refused(
                after(NOON, List.of(draft()), submit(), MetaData.with(Facts.SITES, "north")),
                failure -> assertThat(failure).isInstanceOf(Refused.NotFound.class));
        refused(
                after(NOON, List.of(), draft(), MetaData.with(Facts.SITES, "north")),
                failure -> assertThat(failure).isInstanceOf(Refused.NotFound.class));
    }

    @Test
    void theNextPayerHearsWhatTheFirstPaid() {
        DraftClaim secondary = new DraftClaim(
                "cl", "main", "p1", "v1", DAY, SECONDARY, List.of(), prior(8000, false), content(12000), POLICY);
        ClaimDrafted drafted = event(after(List.of(), secondary), ClaimDrafted.class);
        assertThat(drafted.missing()).isEmpty();
        assertThat(drafted.prior().adjudication().paid()).isEqualTo(usd(8000));
        assertThat(event(after(List.of(secondary), submit()), ClaimSubmitted.class)
                        .prior())
                .isEqualTo(prior(8000, false));
        DraftClaim otherwise = new DraftClaim(
                "cl", "main", "p1", "v1", DAY, SECONDARY, List.of(), prior(7000, false), content(12000), POLICY);
        event(after(List.of(secondary), otherwise), PriorNoted.class);
        ClaimHandedOver over = event(after(List.of(secondary, submit()), otherwise), ClaimHandedOver.class);
        assertThat(over.why()).isEqualTo(Worry.PRIOR_CHANGED);
    }

    @Test
    void whatThePayerBeforePassedOnIsWaitedForAndNotSentTwice() {
        DraftClaim crossed = new DraftClaim(
                "cl", "main", "p1", "v1", DAY, SECONDARY, List.of(), prior(8000, true), content(12000), POLICY);
        ClaimForwarded forwarded = event(after(List.of(), crossed), ClaimForwarded.class);
        assertThat(forwarded.answerBy()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        after(List.of(crossed), decides(1, processed("d1", 2000)))
                .expectState(claim -> assertThat(claim.dossier().state).isEqualTo(ClaimState.ADJUDICATED));
    }
}
