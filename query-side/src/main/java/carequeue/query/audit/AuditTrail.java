package carequeue.query.audit;

import carequeue.api.EventName;
import carequeue.api.Facts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Indexes every position of history by what it is about, who acted and when. */
@Component
@ProcessingGroup(AuditTrail.VIEW)
class AuditTrail {

    static final String VIEW = "view.audit";
    static final int LIVE = 1;

    private static final String SAVE = """
            insert into audit_index (generation, position, type, actor, site_id, visit_id, entities, patients, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String SAVE_VISIT =
            "insert into audit_visit (generation, visit_id, patient_id) values (?, ?, ?) on conflict do nothing";

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(Object event, EventMessage<?> message, TrackingToken token) {
        EventName name = event.getClass().getAnnotation(EventName.class);
        if (name == null) {
            return;
        }
        MetaData facts = message.getMetaData();
        String aggregate = message instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null;
        Mentions mentions = Mentions.of(name.value(), aggregate, event);
        String visitId = (String) facts.get(Facts.CORRELATION_ID);
        if (visitId != null) {
            mentions.entities().add(visitId);
        }
        jdbc.sql(SAVE)
                .params(Arrays.asList(
                        LIVE,
                        token.position().orElseThrow(),
                        name.value(),
                        facts.get(Facts.ACTOR),
                        facts.get(Facts.SITE),
                        visitId,
                        mentions.entities().toArray(String[]::new),
                        mentions.patients().toArray(String[]::new),
                        Timestamp.from(recordedAt(message))))
                .update();
        ofVisit(visitId, mentions);
    }

    // What happens on a visit is about its patients, also where the event does not name them.
    private void ofVisit(String visitId, Mentions mentions) {
        if (visitId != null) {
            mentions.patients()
                    .forEach(patient ->
                            jdbc.sql(SAVE_VISIT).params(LIVE, visitId, patient).update());
        }
    }

    private static Instant recordedAt(EventMessage<?> message) {
        Object said = message.getMetaData().get(Facts.RECORDED_AT);
        return said == null ? message.getTimestamp() : Instant.parse(said.toString());
    }
}
