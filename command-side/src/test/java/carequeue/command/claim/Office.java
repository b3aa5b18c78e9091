package carequeue.command.claim;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.Prior;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The billing office of the tests: a claim of 120.00 to Aetna, its payer's words, and the ways to each state. */
final class Office {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final ClaimPolicy POLICY = ClaimPolicy.DEFAULT;
    /** Nothing is asked about: the first wait that ends is a person's. */
    static final ClaimPolicy IMPATIENT = policy(0, 5);

    static final CoverageRef PRIMARY = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    static final CoverageRef SECONDARY = new CoverageRef("c2", CoverageOrder.SECONDARY, "00007", "Medicaid", true);
    static final String NPI = "1234567893";
    static final MetaData BILLING = MetaData.from(Map.of(Facts.ACTOR, "bill", Facts.ROLES, "billing"));

    private Office() {}

    static ClaimPolicy policy(int asksAtMost, int resubmissionsAtMost) {
        return new ClaimPolicy(
                "claims",
                1,
                resubmissionsAtMost,
                Duration.ofDays(2),
                Duration.ofDays(30),
                Duration.ofDays(14),
                Duration.ofDays(7),
                Duration.ofDays(3),
                asksAtMost,
                90,
                Map.of("00007", 365),
                14,
                Set.of("billing", "manager"));
    }

    static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    static Sites sites() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT)));
    }

    static FixtureConfiguration<Claim> fixture(Instant now) {
        return new AggregateTestFixture<>(Claim.class)
                .registerInjectableResource(sites())
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    }

    static DraftClaim draft() {
        return draft(POLICY, List.of());
    }

    static DraftClaim draft(ClaimPolicy policy, List<CoverageRef> further) {
        return new DraftClaim("cl", "main", "p1", "v1", DAY, PRIMARY, further, null, null, policy);
    }

    static ClaimLine line(String procedure, Long charge, Integer units, Integer... pointers) {
        Money money = charge == null ? null : usd(charge);
        return new ClaimLine(Phi.of(procedure), null, List.of(pointers), money, units, null);
    }

    static ClaimContent content(long charge) {
        return content(List.of("J06.9"), line("99213", charge, 1, 1));
    }

    static ClaimContent content(List<String> diagnoses, ClaimLine... lines) {
        return new ClaimContent(diagnoses.isEmpty() ? null : Phi.of(diagnoses), List.of(lines), "11", NPI, null);
    }

    static TypeClaim type(ClaimContent content) {
        return new TypeClaim("cl", "p1", content, null, ContentSource.BILLING);
    }

    static SubmitClaim submit() {
        return new SubmitClaim("cl", null, POLICY);
    }

    static ReportAcknowledgement says(int submission, Word word) {
        String number = word == Word.ACCEPTED ? "ICN1" : null;
        return new ReportAcknowledgement("cl", submission, new Acknowledgement(word, number, List.of("A2:20")));
    }

    /** Of 120.00, 20.00 are let off by contract; the patient bears what is neither that nor paid. */
    static Adjudication processed(String answerId, long paid) {
        return decision(
                answerId,
                Decision.PROCESSED,
                paid,
                new Adjustment(Bearer.CONTRACT, Kind.OTHER, "45", 2000, 1),
                new Adjustment(Bearer.PATIENT, Kind.CO_PAY, "3", 10000 - paid, 1));
    }

    static Adjudication denied(String answerId) {
        return decision(answerId, Decision.DENIED, 0, new Adjustment(Bearer.PATIENT, Kind.OTHER, "96", 12000, null));
    }

    static Adjudication reversal(String answerId, long paid) {
        return new Adjudication(
                answerId,
                Decision.REVERSED,
                usd(-12000),
                null,
                usd(-paid),
                List.of(new Adjustment(Bearer.CORRECTION, Kind.OTHER, "45", paid - 12000, null)),
                "ICN1",
                false,
                List.of("22"));
    }

    static Adjudication decision(String answerId, Decision decision, long paid, Adjustment... adjustments) {
        return new Adjudication(
                answerId,
                decision,
                usd(12000),
                usd(10000),
                usd(paid),
                List.of(adjustments),
                "ICN1",
                false,
                List.of("1"));
    }

    static ReportAdjudication decides(int submission, Adjudication adjudication) {
        return new ReportAdjudication("cl", submission, adjudication);
    }

    static ReportRemittance pays(String reference, long amount) {
        return new ReportRemittance("cl", reference, usd(amount));
    }

    static Prior prior(long paid, boolean forwarded) {
        Adjudication a = processed("d0", paid);
        return new Prior(
                "cl0",
                "60054",
                new Adjudication(
                        "d0",
                        a.decision(),
                        a.charged(),
                        a.allowed(),
                        a.paid(),
                        a.adjustments(),
                        "ICN0",
                        forwarded,
                        List.of()));
    }

    /** The shortest way to a state, in orders; what is submitted has no answer left to wait for. */
    static List<Object> story(ClaimState state) {
        List<Object> story = new ArrayList<>(List.of(draft(IMPATIENT, List.of()), type(content(12000))));
        SubmitClaim submit = new SubmitClaim("cl", null, IMPATIENT);
        VoidClaim end = new VoidClaim("cl", "wrong patient", IMPATIENT);
        story.addAll(
                switch (state) {
                    case DRAFTED -> List.of();
                    case SUBMITTED -> List.of(submit, new ElapseClaim("cl", "answer-1"));
                    case ACCEPTED -> List.of(submit, says(1, Word.ACCEPTED));
                    case REJECTED -> List.of(submit, says(1, Word.REJECTED));
                    case CORRECTED -> List.of(submit, says(1, Word.REJECTED), new CorrectClaim("cl", "typo"));
                    case ADJUDICATED -> List.of(submit, decides(1, processed("d1", 8000)));
                    case PAID -> List.of(submit, decides(1, processed("d1", 8000)), pays("r1", 8000));
                    case DENIED -> List.of(submit, decides(1, denied("d1")));
                    case CLOSED -> List.of(submit, decides(1, denied("d1")), new CloseClaim("cl", "small"));
                    case VOIDING -> List.of(submit, says(1, Word.ACCEPTED), end);
                    case VOIDED -> List.of(submit, says(1, Word.ACCEPTED), end, says(2, Word.ACCEPTED));
                });
        return story;
    }
}
