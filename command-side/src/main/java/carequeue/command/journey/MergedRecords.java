package carequeue.command.journey;

import carequeue.api.Claims;
import carequeue.api.patient.MergeEvent;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Which record stands for a person of whom there were several, asked of the claimed keys. */
@Component
public class MergedRecords {

    private final QueryGateway queries;

    MergedRecords(QueryGateway queries) {
        this.queries = queries;
    }

    /** The patient themself, or the one whom their record was merged into. */
    String current(String patientId) {
        Claims.FindHolder question = new Claims.FindHolder(MergeEvent.key(patientId));
        Optional<String> holder = queries.query(question, ResponseTypes.optionalInstanceOf(String.class))
                .join();
        return holder.orElse(patientId);
    }
}
