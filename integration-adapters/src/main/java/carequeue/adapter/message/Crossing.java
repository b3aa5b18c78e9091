package carequeue.adapter.message;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What of a message to a patient may leave by its way: the address, the values it names, and the link to their page. */
final class Crossing {

    private static final String TO = "to";
    private static final String LINK = "link";

    private Crossing() {}

    /**
     * The message as far as it may leave; its way knows nothing else of the patient.
     *
     * @throws OutsideFailure.Rejected where the rule keeps the address here
     */
    static Outgoing of(Filter filter, String service, Outgoing message) {
        NotificationDispatched said = message.said();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(TO, message.address());
        fields.putAll(said.variables());
        fields.put(LINK, said.visitId());
        Map<String, Object> crossing = filter.apply(purpose(said.channel()), said.patientId(), fields);
        if (!crossing.containsKey(TO)) {
            throw new OutsideFailure.Rejected(service, "may not be told the address");
        }
        return new Outgoing(crossing(said, crossing), message.asked(), message.site(), message.businessDay());
    }

    private static NotificationDispatched crossing(NotificationDispatched said, Map<String, Object> crossing) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> named = said.variables().keySet();
        crossing.forEach((name, value) -> {
            if (named.contains(name)) {
                values.put(name, value.toString());
            }
        });
        return new NotificationDispatched(
                said.notificationId(),
                crossing.containsKey(LINK) ? said.visitId() : null,
                said.patientId(),
                said.attempt(),
                said.channel(),
                Phi.of(crossing.get(TO).toString()),
                said.language(),
                said.template(),
                said.templateVersion(),
                values,
                said.receiptBy(),
                said.at());
    }

    private static Purpose purpose(MessageChannel channel) {
        return switch (channel) {
            case SMS -> Purpose.SMS;
            case EMAIL -> Purpose.EMAIL;
            case PUSH -> Purpose.PUSH;
        };
    }
}
