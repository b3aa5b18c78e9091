package carequeue.app;

import carequeue.api.Sealing;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentNews;
import carequeue.api.claim.BalanceEvent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.eligibility.AheadEvent;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.patient.DeviceEvent;
import carequeue.api.patient.DifferenceEvent;
import carequeue.api.patient.KinEvent;
import carequeue.api.patient.MergeEvent;
import carequeue.api.patient.PatientEvent;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.ReceiptEvent;
import carequeue.api.payment.TillEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.site.SiteEvent;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.api.visit.VisitEvent;
import carequeue.app.start.CareQueueSettings;
import carequeue.app.start.Keys;
import carequeue.store.BlindIndexKey;
import carequeue.store.Processing;
import carequeue.store.StableNames;
import carequeue.store.Upcast;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What history is told: every event there is, the keys, and which processing groups run on this node. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    private static final List<Class<?>> EVENTS = List.of(
            QueueEvent.class,
            VisitEvent.class,
            AppointmentEvent.class,
            AppointmentNews.class,
            PatientEvent.class,
            KinEvent.class,
            DeviceEvent.class,
            MergeEvent.class,
            DifferenceEvent.class,
            ConflictEvent.class,
            EligibilityEvent.class,
            SiteEvent.class,
            NotificationEvent.class,
            PaymentEvent.class,
            TillEvent.class,
            ReceiptEvent.class,
            ClaimEvent.class,
            BalanceEvent.class,
            AheadEvent.class);

    /** The role that runs a processing group, by the first word of its name. */
    private static final Map<String, String> ROLES =
            Map.of("view", "query", "saga", "command", "effect", "integration");

    /** The groups whose first tokens any node makes, so that nothing is missed before the first node of their role starts. */
    static final Set<String> GROUPS = Set.of(
            "saga.check-in",
            "saga.visit-completion",
            "saga.elsewhere",
            "saga.visit-notes",
            "saga.added-service",
            "saga.queue-days",
            "saga.insurance-verification",
            "saga.notify",
            "saga.co-pay",
            "saga.coverage-found",
            "saga.tellings",
            "saga.takings",
            "saga.sync",
            "saga.merge",
            "saga.payment-owner",
            "saga.claim-owner",
            "saga.reversal",
            "saga.absence",
            "saga.visit-claim",
            "saga.claim",
            "saga.balances",
            "saga.asking-ahead",
            "effect.payer",
            "effect.claims",
            "effect.ehr",
            "effect.pms",
            "effect.notify",
            "effect.payment");

    /** The stable name of every event. */
    public static StableNames names() {
        return StableNames.of(EVENTS);
    }

    /** The steps from older revisions of events to today's, oldest first. */
    public static EventUpcaster upcasters() {
        // Address and partial birth date were not known before.
        UnaryOperator<ObjectNode> unknown = event -> {
            ((ObjectNode) event.path("demographics")).putNull("address").putNull("born");
            return event;
        };
        return new EventUpcasterChain(
                Upcast.changed("patient.registered", 1, unknown), Upcast.changed("patient.recorded", 1, unknown));
    }

    @Bean
    EventUpcaster olderEvents() {
        return upcasters();
    }

    @Bean
    StableNames stableNames() {
        return names();
    }

    @Bean
    BlindIndexKey blindIndexKey(Keys keys) {
        return new BlindIndexKey(keys.derive("blind index"));
    }

    @Bean
    PatientLinks patientLinks(Sealing sealing, Sites sites, Clock clock) {
        return new PatientLinks(sealing, sites, clock);
    }

    @Bean
    Processing processing(CareQueueSettings settings) {
        return new Processing(GROUPS, group -> settings.is(role(group)));
    }

    static String role(String group) {
        String role = ROLES.get(group.split("\\.")[0]);
        if (role == null) {
            throw new IllegalStateException("the processing group " + group + " begins with none of " + ROLES.keySet());
        }
        return role;
    }
}
