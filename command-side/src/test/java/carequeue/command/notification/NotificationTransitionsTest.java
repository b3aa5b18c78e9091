package carequeue.command.notification;

import static carequeue.api.notification.NotificationState.*;
import static carequeue.command.notification.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to a notification in every state: what it comes to, or that it is refused. */
class NotificationTransitionsTest {

    /** Each order and the state it leads to from each state; the same state: nothing is told; missing: refused. */
    private static final Map<NotificationCommand, Map<NotificationState, NotificationState>> TABLE =
            new LinkedHashMap<>();

    static {
        TABLE.put(Messages.request(MessageTemplate.PLEASE_COME, Messages.TICKET, null), same());
        TABLE.put(Messages.dispatch(MessageChannel.EMAIL), Map.of(REQUESTED, DISPATCHED, UNDELIVERED, DISPATCHED));
        TABLE.put(new EndChannels("n1", "no-consent"), Map.of(REQUESTED, REFUSED, UNDELIVERED, FAILED));
        TABLE.put(Messages.says(1, DeliveryStatus.DISPATCHED), unless(Map.of()));
        TABLE.put(Messages.says(1, DeliveryStatus.SENT), unless(Map.of(DISPATCHED, SENT)));
        TABLE.put(
                Messages.says(1, DeliveryStatus.DELIVERED),
                unless(Map.of(DISPATCHED, DELIVERED, SENT, DELIVERED, UNDELIVERED, DELIVERED, FAILED, DELIVERED)));
        TABLE.put(
                Messages.says(1, DeliveryStatus.UNDELIVERED),
                unless(Map.of(DISPATCHED, UNDELIVERED, SENT, UNDELIVERED)));
        TABLE.put(Messages.says(1, DeliveryStatus.FAILED), unless(Map.of(DISPATCHED, UNDELIVERED, SENT, UNDELIVERED)));
        Map<NotificationState, NotificationState> withdrawn = same();
        Stream.of(REQUESTED, DISPATCHED, SENT, UNDELIVERED).forEach(from -> withdrawn.put(from, WITHDRAWN));
        TABLE.put(new WithdrawNotification("n1", "over"), withdrawn);
        Map<NotificationState, NotificationState> elapsed = same();
        Stream.of(DISPATCHED, SENT).forEach(from -> elapsed.put(from, UNDELIVERED));
        TABLE.put(new ElapseNotification("n1", "receipt-1"), elapsed);
        TABLE.put(new ElapseNotification("n1", "due-0"), same());
    }

    private static Map<NotificationState, NotificationState> same() {
        Map<NotificationState, NotificationState> row = new EnumMap<>(NotificationState.class);
        Arrays.stream(NotificationState.values()).forEach(from -> row.put(from, from));
        return row;
    }

    /** As said, else the same; word of an attempt that was never made is refused. */
    private static Map<NotificationState, NotificationState> unless(Map<NotificationState, NotificationState> said) {
        Map<NotificationState, NotificationState> row = same();
        row.putAll(said);
        row.remove(REQUESTED);
        row.remove(REFUSED);
        return row;
    }

    static Stream<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        TABLE.forEach((order, to) -> Arrays.stream(NotificationState.values())
                .forEach(state -> pairs.add(Arguments.of(order + " when " + state, order, state, to.get(state)))));
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefused(
            String name, NotificationCommand order, NotificationState found, NotificationState expected) {
        ResultValidator<Notification> outcome =
                Messages.fixture(NOON).given(Messages.cameTo(found)).when(order);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(message -> assertThat(message.state()).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused when " + found) {
                @Override
                protected boolean matchesSafely(Throwable failure) {
                    return failure instanceof Refused.WrongState wrong
                            ? wrong.state().equals(found.toString())
                            : failure instanceof Refused.AgainstRule rule
                                    && rule.rule().equals("unknown-attempt");
                }
            });
        }
    }

    @Test
    void theTableNamesEveryOrder() {
        Set<Class<?>> named = new HashSet<>();
        TABLE.keySet().forEach(order -> named.add(order.getClass()));
        assertThat(named).containsExactlyInAnyOrder(NotificationCommand.class.getPermittedSubclasses());
    }
}
