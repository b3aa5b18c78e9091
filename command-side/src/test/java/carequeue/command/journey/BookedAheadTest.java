package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static carequeue.command.journey.Play.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.eligibility.AheadCommand.ElapseAhead;
import carequeue.api.eligibility.AheadCommand.NoteBatch;
import carequeue.api.eligibility.AheadCommand.PlanAhead;
import carequeue.api.eligibility.AheadEvent.AheadBatchAsked;
import carequeue.api.eligibility.AheadEvent.AheadBatchDue;
import carequeue.api.eligibility.AheadEvent.AheadPlanned;
import carequeue.api.eligibility.AheadPolicy;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

/** In the evening the payers of tomorrow's booked patients are asked, a batch at a time; each evening arranges the next. */
class BookedAheadTest {

    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 24);
    private static final Instant EVENING = Instant.parse("2026-11-23T23:00:00Z");
    private static final EventMessage<?> MESSAGE = GenericEventMessage.asEventMessage("any");
    private static final CoverageRef COVERAGE = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    private static final AheadPolicy POLICY = AheadPolicy.DEFAULT;

    private final Told told = new Told(PlanAhead.class, AskCoverages.class, RequestEligibility.class, NoteBatch.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final QueryGateway queries = mock(QueryGateway.class);
    private final BookedAhead ahead = new BookedAhead(told.orders(), deadlines, new Sites(List.of(SITE)), queries);

    @BeforeEach
    void insured() {
        told.answering(AskCoverages.class, new Covered("p1", List.of(COVERAGE)));
    }

    private static AheadBatchDue due(int batch, String cursor, Instant at) {
        return new AheadBatchDue("ahead.main.2026-11-24", "main", TOMORROW, batch, 20, cursor, at);
    }

    private void booked(String cursor, String next, AppointmentStatus... statuses) {
        List<AppointmentView> items = new ArrayList<>();
        for (AppointmentStatus status : statuses) {
            String id = "a" + items.size();
            items.add(new AppointmentView(
                    id,
                    "main",
                    "lab",
                    null,
                    new AppointmentPatient("p1", "x", null),
                    status,
                    NOON,
                    NOON,
                    null,
                    null,
                    null,
                    List.of()));
        }
        when(queries.query(
                        eq(new FindAppointments("main", TOMORROW, cursor, 20)),
                        ArgumentMatchers.<ResponseType<Appointments>>any()))
                .thenReturn(CompletableFuture.completedFuture(new Appointments(items, next)));
    }

    @Test
    void theNextEveningIsSixOClockAtTheSite() {
        assertThat(Evenings.next(SITE, NOON))
                .isEqualTo(new PlanAhead("ahead.main.2026-11-24", "main", TOMORROW, EVENING, POLICY));
        assertThat(Evenings.next(SITE, EVENING).day()).isEqualTo(TOMORROW.plusDays(1));
        assertThat(Evenings.next(SITE, EVENING.minusMillis(1)).day()).isEqualTo(TOMORROW);
        // Before the day's start it is still yesterday's business day, whose evening is over.
        assertThat(Evenings.next(SITE, Instant.parse("2026-11-24T06:00:00Z")).day())
                .isEqualTo(TOMORROW.plusDays(1));
        // The night in which the clocks go back: six in the evening all the same.
        assertThat(Evenings.next(SITE, Instant.parse("2026-11-01T12:00:00Z")).dueAt())
                .isEqualTo(Instant.parse("2026-11-01T23:00:00Z"));
    }

    @Test
    void anEveningThatIsArrangedHasItsDeadline() {
        ahead.on(new AheadPlanned("ahead.main.2026-11-24", "main", TOMORROW, EVENING, POLICY, NOON));
        verify(deadlines).schedule(Waiting.AHEAD, "ahead.main.2026-11-24", "batch-1", EVENING);
        assertThat(Waiting.AHEAD.end("x", "batch-1")).isEqualTo(new ElapseAhead("x", "batch-1"));
    }

    @Test
    void thePayersOfBookedPatientsAreAskedAndTheNextEveningIsArranged() {
        booked(null, "more", AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED, AppointmentStatus.PENDING);
        ahead.on(due(1, null, EVENING), MESSAGE);
        assertThat(told.order(PlanAhead.class).day()).isEqualTo(TOMORROW.plusDays(1));
        assertThat(told.order(RequestEligibility.class))
                .isEqualTo(new RequestEligibility(
                        EligibilityCommand.id("main", "p1", "c1", TOMORROW),
                        null,
                        "a0",
                        "main",
                        "p1",
                        COVERAGE,
                        List.of(),
                        TOMORROW,
                        EligibilityPolicy.DEFAULT));
        assertThat(told.order(NoteBatch.class)).isEqualTo(new NoteBatch("ahead.main.2026-11-24", 1, 2, 0, 0, "more"));
    }

    @Test
    void whoPaysByThemselfOrIsNotKnownIsCounted() {
        booked("more", null, AppointmentStatus.BOOKED);
        told.answering(AskCoverages.class, new Covered("p1", List.of()));
        ahead.on(due(2, "more", EVENING), MESSAGE);
        assertThat(told.order(NoteBatch.class)).isEqualTo(new NoteBatch("ahead.main.2026-11-24", 2, 0, 1, 0, null));
        assertThat(told.ordered).noneMatch(PlanAhead.class::isInstance);
        told.ordered.clear();
        told.answering(AskCoverages.class, new Refused.NotFound("patient", "p1"));
        ahead.on(due(2, "more", EVENING), MESSAGE);
        assertThat(told.order(NoteBatch.class).failed()).isEqualTo(1);
        told.ordered.clear();
        told.answering(AskCoverages.class, new Covered("p1", List.of(COVERAGE)));
        told.answering(RequestEligibility.class, new Refused.NotFound("site", "main"));
        ahead.on(due(2, "more", EVENING), MESSAGE);
        assertThat(told.order(NoteBatch.class).failed()).isEqualTo(1);
    }

    @Test
    void nobodyIsAskedAboutADayThatIsOver() {
        ahead.on(due(1, null, EVENING.plusSeconds(3 * 86_400)), MESSAGE);
        verifyNoInteractions(queries);
        assertThat(told.order(NoteBatch.class).cursor()).isNull();
        assertThat(told.order(PlanAhead.class).day()).isAfter(TOMORROW.plusDays(1));
    }

    @Test
    void theNextBatchComesAfterAPause() {
        AheadBatchAsked more = new AheadBatchAsked(
                "ahead.main.2026-11-24", "main", TOMORROW, 1, 20, 0, 0, "more", EVENING.plusSeconds(30), EVENING);
        ahead.on(more);
        verify(deadlines).schedule(Waiting.AHEAD, "ahead.main.2026-11-24", "batch-2", EVENING.plusSeconds(30));
        ahead.on(new AheadBatchAsked("ahead.main.2026-11-24", "main", TOMORROW, 2, 3, 0, 0, null, null, EVENING));
        verify(deadlines, times(1)).schedule(any(), any(), any(), any());
    }
}
