package carequeue.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.Refused.BadField.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** What tests of claims do and ask: an order after others, and what came of it. */
final class Billing {

    private Billing() {}

    static ResultValidator<Claim> after(List<Object> story, Object order) {
        return after(Office.NOON, story, order, Office.BILLING);
    }

    static ResultValidator<Claim> after(Instant now, List<Object> story, Object order, MetaData who) {
        List<?> said = story.stream()
                .map(one -> GenericCommandMessage.asCommandMessage(one).andMetaData(Office.BILLING))
                .toList();
        return Office.fixture(now).givenCommands(said).when(order, who);
    }

    static ResultValidator<Claim> refused(ResultValidator<Claim> outcome, Consumer<Throwable> how) {
        return outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused") {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                how.accept(failure);
                return true;
            }
        });
    }

    static void rule(ResultValidator<Claim> outcome, String rule) {
        refused(
                outcome,
                failure -> assertThat(((Refused.AgainstRule) failure).rule()).isEqualTo(rule));
    }

    static void fields(ResultValidator<Claim> outcome, String... pointers) {
        refused(
                outcome,
                failure -> assertThat(((Refused.BadField) failure).fields())
                        .extracting(Field::pointer)
                        .containsExactly(pointers));
    }

    static <E> E event(ResultValidator<Claim> outcome, Class<E> type) {
        List<E> found = new ArrayList<>();
        outcome.expectEventsMatching(
                new CustomTypeSafeMatcher<List<? super EventMessage<?>>>("one " + type.getSimpleName()) {
                    @Override
                    protected boolean matchesSafely(List<? super EventMessage<?>> events) {
                        events.stream()
                                .map(e -> ((EventMessage<?>) e).getPayload())
                                .filter(type::isInstance)
                                .map(type::cast)
                                .forEach(found::add);
                        return found.size() == 1;
                    }
                });
        return found.get(0);
    }
}
