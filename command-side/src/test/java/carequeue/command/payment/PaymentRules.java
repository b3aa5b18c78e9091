package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;
import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.RefundEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** A payment on the table of the tests: how it stands, who orders, and what is refused. */
abstract class PaymentRules {

    static final MetaData FRAN = as("fran", "front-desk");
    static final MetaData MIA = as("mia", "manager");
    static final MetaData MAX = as("max", "manager");
    static final MetaData BILL = as("bill", "billing");

    static List<PaymentEvent> at(PaymentState state, PaymentEvent... more) {
        List<PaymentEvent> story = new ArrayList<>(Story.of(state));
        story.addAll(Arrays.asList(more));
        return story;
    }

    static ResultValidator<Payment> when(List<PaymentEvent> story, PaymentCommand order, MetaData who) {
        return when(story, order, who, NOON);
    }

    static ResultValidator<Payment> when(List<PaymentEvent> story, PaymentCommand order, MetaData who, Instant now) {
        return Desk.fixture(Payment.class, now).given(story).when(order, who);
    }

    static CustomTypeSafeMatcher<Throwable> rule(String name) {
        return new CustomTypeSafeMatcher<Throwable>("against the rule " + name) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(name);
            }
        };
    }

    static void stands(ResultValidator<Payment> result, PaymentState state) {
        result.expectSuccessfulHandlerExecution()
                .expectState(p -> assertThat(Standing.of(p.ledger())).isEqualTo(state));
    }

    static ReportAttempt news(AttemptState state, Money amount) {
        return new ReportAttempt("pay", "a1", state, "pi_1", amount, FailureKind.OTHER_CARD, "card_declined", null);
    }
}
