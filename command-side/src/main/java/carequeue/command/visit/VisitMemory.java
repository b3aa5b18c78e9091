package carequeue.command.visit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.*;
import carequeue.api.visit.VisitState;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a visit remembers, and how its events change it. */
abstract class VisitMemory {

    @AggregateIdentifier
    private String visitId;

    private CheckInRequested request;
    private String patientId;
    private boolean identified;
    private VisitState state;
    private LookupOutcome lookup;
    private final Set<String> ended = new TreeSet<>();
    private VisitPlaced place;
    private final Set<String> services = new TreeSet<>();
    private final Map<OpenItem, String> open = new EnumMap<>(OpenItem.class);

    @CommandHandlerInterceptor
    void onlyOfTheirSites(VisitCommand c, MetaData said) {
        if (request != null && !Moment.mayEnter(said, request.siteId())) {
            throw new Refused.NotFound("visit", c.visitId());
        }
    }

    String visitId() {
        return visitId;
    }

    CheckInRequested request() {
        return request;
    }

    String patientId() {
        return patientId;
    }

    boolean isIdentifiedAs(String patient) {
        return identified && patient.equals(patientId);
    }

    VisitState state() {
        return state;
    }

    LookupOutcome lookup() {
        return lookup;
    }

    /** Whether a check-in may still wait for a step's answer. */
    boolean waitsFor(String step) {
        boolean forTheEhr = step.equals("patient");
        boolean checkingIn = state == VisitState.CHECKING_IN || state == VisitState.REQUESTED && !forTheEhr;
        return checkingIn && !ended.contains(step) && !(forTheEhr && lookup != null);
    }

    /** Where the patient was placed last, or null. */
    VisitPlaced place() {
        return place;
    }

    String ticket() {
        return place == null ? null : place.ticket();
    }

    /** Whether the patient came for a service, or with an appointment for it, already. */
    boolean cameFor(String serviceId, String appointmentId) {
        return services.contains(appointmentId == null ? serviceId : serviceId + " " + appointmentId);
    }

    private void comesFor(String serviceId, String appointmentId) {
        services.add(serviceId);
        services.add(serviceId + " " + appointmentId);
    }

    boolean isOpen(OpenItem item) {
        return open.containsKey(item);
    }

    /** What was said of an open item last, or null. */
    String detailOf(OpenItem item) {
        return open.get(item);
    }

    /** Refuses an order that the state does not allow. */
    void must(VisitCommand order, String more) {
        VisitSteps.MACHINE.must(order.getClass(), state, more);
    }

    void happens(MetaData said, Clock clock, Function<Instant, VisitEvent> event) {
        Moment now = Moment.of(said, clock);
        happens(event.apply(now.at()), request, now);
    }

    static void happens(VisitEvent event, CheckInRequested of, Moment now) {
        apply(event, MetaData.from(now.facts(of.siteId(), of.businessDay(), of.visitId())));
    }

    @EventSourcingHandler
    void on(VisitEvent e) {
        state = VisitSteps.after(state, e);
    }

    @EventSourcingHandler
    void on(CheckInRequested e) {
        visitId = e.visitId();
        request = e;
        patientId = e.patientId();
        identified = e.identification() == null;
        state = VisitSteps.after(state, e);
        comesFor(e.serviceId(), e.appointmentId());
    }

    @EventSourcingHandler
    void on(ServiceAdded e) {
        comesFor(e.serviceId(), e.appointmentId());
    }

    @EventSourcingHandler
    void on(PatientLookupAnswered e) {
        lookup = e.outcome();
    }

    @EventSourcingHandler
    void on(PatienceEnded e) {
        ended.add(e.step());
    }

    @EventSourcingHandler
    void on(PatientIdentified e) {
        patientId = e.patientId();
        identified = true;
    }

    @EventSourcingHandler
    void on(VisitPlaced e) {
        state = VisitSteps.after(state, e);
        place = e;
    }

    @EventSourcingHandler
    void on(ItemRaised e) {
        open.put(e.item(), e.detail());
    }

    @EventSourcingHandler
    void on(ItemClosed e) {
        open.remove(e.item());
    }

    @EventSourcingHandler
    void on(ItemClosedByHand e) {
        open.remove(e.item());
    }
}
