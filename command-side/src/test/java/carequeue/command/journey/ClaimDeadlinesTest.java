package carequeue.command.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.BillingEvent.ClaimHandedOver;
import carequeue.api.claim.BillingEvent.ClaimStatusRequested;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.Worry;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.site.Sites;
import carequeue.command.Bare;
import carequeue.command.claim.Claim;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The waits of a claim on the real scheduler and database while the clock moves: asked about, handed over, the time limit near and passed. */
class ClaimDeadlinesTest {

    private static final CoverageRef AETNA = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    private static final ClaimPolicy POLICY = ClaimPolicy.DEFAULT;

    private final Bare claims = new Bare(Claim.class, new Sites(List.of(Play.SITE)));
    private final CommandGateway commands = mock(CommandGateway.class);
    private HikariDataSource database;
    private Deadlines waits;
    private Play<ClaimSaga> process;
    private int heard;

    @BeforeEach
    void aClaimIsDrafted() {
        claims.startAgain(Play.NOON);
        when(commands.sendAndWait(any()))
                .thenAnswer(call -> claims.tries(((CommandMessage<?>) call.getArgument(0)).getPayload()));
        database = TestPostgres.fresh();
        waits = new Deadlines(commands, database, claims, "command");
        waits.start();
        process = new Play<>(ClaimSaga.class, Play.SITE, waits);
        order(new DraftClaim("cl", "main", "p1", "v1", Payers.DAY, AETNA, List.of(), null, null, POLICY));
    }

    @AfterEach
    void stop() {
        waits.stop();
        database.close();
    }

    private void order(Object order) {
        if (claims.tries(order) instanceof RuntimeException refused) {
            throw refused;
        }
        hear();
    }

    /** The process hears what happened since. */
    private void hear() {
        List<Object> told = claims.told("cl");
        told.subList(heard, told.size()).forEach(process::tell);
        heard = told.size();
    }

    private <E> E last(Class<E> type) {
        List<Object> told = claims.told("cl");
        return type.cast(told.get(told.size() - 1));
    }

    /** The clock moves by itself only here; what was due by then has its effect, and the process hears of it. */
    private void passes(Duration time) {
        int before = claims.told("cl").size();
        claims.passes(time);
        await().atMost(Duration.ofSeconds(20)).until(() -> claims.told("cl").size() > before);
        hear();
    }

    private void submitted() {
        ClaimLine line = new ClaimLine(Phi.of("99213"), null, List.of(1), new Money(12000, "USD"), 1, null);
        ClaimContent content = new ClaimContent(Phi.of(List.of("J06.9")), List.of(line), "11", "1234567893", null);
        order(new TypeClaim("cl", "p1", content, null, ContentSource.BILLING));
        order(new SubmitClaim("cl", null, POLICY));
        last(ClaimSubmitted.class);
    }

    @Test
    void aDraftIsWarnedOfAndThenGivenUpByTheTimeLimit() {
        passes(Duration.ofDays(POLICY.filingDays() - POLICY.warnDays() + 1L));
        assertThat(last(ClaimHandedOver.class).why()).isEqualTo(Worry.FILING_LIMIT_NEAR);
        process.result().expectActiveSagas(1);
        passes(Duration.ofDays(POLICY.warnDays() + 1L));
        assertThat(last(ClaimHandedOver.class).why()).isEqualTo(Worry.FILING_LIMIT_PASSED);
        process.result().expectActiveSagas(0);
    }

    @Test
    void silenceIsAskedAboutSoManyTimesAndThenAPersons() {
        submitted();
        passes(POLICY.takenWithin());
        for (int ask = 1; ask <= POLICY.asksAtMost(); ask++) {
            assertThat(last(ClaimStatusRequested.class).ask()).isEqualTo(ask);
            process.result().expectActiveSagas(1);
            passes(POLICY.askAgainAfter());
        }
        assertThat(last(ClaimHandedOver.class).why()).isEqualTo(Worry.NO_ANSWER);
        process.result().expectActiveSagas(0);
    }

    @Test
    void anAnswerEndsTheWaitBeforeAndBeginsItsOwn() {
        submitted();
        order(new ReportAcknowledgement("cl", 1, new Acknowledgement(Word.ACCEPTED, "ICN1", List.of())));
        // The wait for the first word would be over now; only the one for the decision is, a good deal later.
        claims.passes(POLICY.takenWithin().plusDays(1));
        passes(POLICY.decidedWithin());
        assertThat(claims.told("cl"))
                .filteredOn(ClaimStatusRequested.class::isInstance)
                .hasSize(1);
        assertThat(last(ClaimStatusRequested.class).at()).isAfter(Play.NOON.plus(POLICY.decidedWithin()));
    }
}
