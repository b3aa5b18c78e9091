package carequeue.app;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.patient.PatientEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.visit.VisitEvent;
import carequeue.app.start.CareQueueSettings;
import carequeue.app.start.Keys;
import carequeue.store.BlindIndexKey;
import carequeue.store.Processing;
import carequeue.store.StableNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What history is told: every event there is, and which processing groups run on this node. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

    private static final List<Class<?>> EVENTS =
            List.of(QueueEvent.class, VisitEvent.class, AppointmentEvent.class, PatientEvent.class);

    /** The role that runs a processing group, by the first word of its name. */
    private static final Map<String, String> ROLES =
            Map.of("view", "query", "saga", "command", "effect", "integration");

    /** The stable name of every event. */
    public static StableNames names() {
        return StableNames.of(EVENTS);
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
    Processing processing(CareQueueSettings settings) {
        // No name is listed: every node registers every group and makes its first token, wherever it runs.
        return new Processing(Set.of(), group -> settings.is(role(group)));
    }

    static String role(String group) {
        String role = ROLES.get(group.split("\\.")[0]);
        if (role == null) {
            throw new IllegalStateException("the processing group " + group + " begins with none of " + ROLES.keySet());
        }
        return role;
    }
}
