package carequeue.command.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.eligibility.AheadCommand;
import carequeue.api.eligibility.AheadCommand.*;
import carequeue.api.eligibility.AheadEvent.*;
import carequeue.api.eligibility.AheadPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** One evening's batches come one after the other, each once. */
class AskingAheadTest {

    private static final Instant NOW = Instant.parse("2026-11-23T23:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String ID = AheadCommand.id("main", DAY);
    private static final AheadPolicy POLICY = AheadPolicy.DEFAULT;
    private static final PlanAhead PLAN = new PlanAhead(ID, "main", DAY, NOW, POLICY);
    private static final AheadPlanned PLANNED = new AheadPlanned(ID, "main", DAY, NOW, POLICY, NOW);
    private static final AheadBatchDue DUE = new AheadBatchDue(ID, "main", DAY, 1, 20, null, NOW);
    private static final AheadBatchAsked ASKED =
            new AheadBatchAsked(ID, "main", DAY, 1, 18, 1, 1, "more", NOW.plusSeconds(30), NOW);

    private static FixtureConfiguration<AskingAhead> fixture() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(AskingAhead.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void anEveningIsArrangedOnce() {
        fixture().givenNoPriorActivity().when(PLAN).expectEvents(PLANNED);
        fixture().given(PLANNED).when(PLAN).expectNoEvents();
    }

    @Test
    void aBatchIsDueOnce() {
        ElapseAhead first = new ElapseAhead(ID, "batch-1");
        fixture().given(PLANNED).when(first).expectEvents(DUE);
        fixture().given(PLANNED, DUE).when(first).expectNoEvents();
        fixture().given(PLANNED, DUE, ASKED).when(first).expectNoEvents();
        fixture().given(PLANNED).when(new ElapseAhead(ID, "batch-2")).expectNoEvents();
    }

    @Test
    void theNextBatchGoesOnWhereThisOneEnded() {
        fixture()
                .given(PLANNED, DUE)
                .when(new NoteBatch(ID, 1, 18, 1, 1, "more"))
                .expectEvents(ASKED);
        fixture()
                .given(PLANNED, DUE, ASKED)
                .when(new ElapseAhead(ID, "batch-2"))
                .expectEvents(new AheadBatchDue(ID, "main", DAY, 2, 20, "more", NOW));
        fixture()
                .given(PLANNED, DUE, ASKED)
                .when(new NoteBatch(ID, 1, 18, 1, 1, "more"))
                .expectNoEvents();
    }

    @Test
    void afterTheLastBatchTheEveningIsOver() {
        AheadBatchAsked last = new AheadBatchAsked(ID, "main", DAY, 1, 3, 0, 0, null, null, NOW);
        fixture().given(PLANNED, DUE).when(new NoteBatch(ID, 1, 3, 0, 0, null)).expectEvents(last);
        fixture().given(PLANNED, DUE, last).when(new ElapseAhead(ID, "batch-2")).expectNoEvents();
    }

    @Test
    void everyOrderIsTried() {
        Set<Class<?>> tried = Set.of(PlanAhead.class, ElapseAhead.class, NoteBatch.class);
        assertThat(tried).containsExactlyInAnyOrder(AheadCommand.class.getPermittedSubclasses());
    }
}
