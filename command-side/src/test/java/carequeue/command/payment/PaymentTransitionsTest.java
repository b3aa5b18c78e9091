package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to a payment in every state: what it comes to, or that it is refused with the state's name. */
class PaymentTransitionsTest {

    /** Each order with the states that allow it and the state it leads to. */
    private static final Map<PaymentCommand, Map<PaymentState, PaymentState>> TABLE = new LinkedHashMap<>();

    static {
        row(
                Desk.card(null),
                "requested authorising, failed authorising, held authorising, pay-later authorising, part-paid"
                        + " authorising");
        row(
                new RetryPayment("pay"),
                "failed authorising, held authorising, pay-later authorising, part-paid authorising");
        row(new CapturePayment("pay", null), "authorised capturing");
        row(
                new CancelAttempt("pay", "a1", "x"),
                "authorising authorising, requires-action requires-action, checking checking");
        row(
                new CheckAttempt("pay", "a1"),
                "authorising authorising, requires-action requires-action, processing processing, checking checking,"
                        + " capturing capturing, voiding voiding");
        row(
                new PostponePayment("pay", "x"),
                "requested pay-later, authorising authorising, requires-action requires-action, processing processing,"
                        + " checking checking, failed pay-later, held pay-later, pay-later pay-later, part-paid"
                        + " part-paid");
        row(new HoldPayment("pay"), "requested held, failed held, held held, pay-later held, part-paid part-paid");
        row(
                new WaivePayment("pay", 400L, "x"),
                "requested requested, failed failed, held held, pay-later pay-later, part-paid part-paid");
        row(new WriteOffPayment("pay", "x"), "failed failed, held held, pay-later pay-later, part-paid part-paid");
        row(
                new VoidPayment("pay", "x", "till-1"),
                "requested voided, authorising voiding, requires-action voiding, checking voiding, authorised voiding,"
                        + " failed voided, held voided, pay-later voided, part-paid voided, captured voided");
        row(
                new RefundPayment("pay", 100L, "x", false, "till-1"),
                "part-paid part-refunded, captured part-refunded, refunding refunding, part-refunded refunding");
        row(
                new ProposeRefund("pay", 100L, "x"),
                "part-paid part-paid, captured captured, refunding refunding, part-refunded part-refunded");
        row(
                new ReviseAmount("pay", usd(3000), Desk.BASIS, "x"),
                "requested requested, authorised part-authorised, failed failed, held held, pay-later pay-later,"
                        + " part-paid part-paid, captured captured, authorising authorising,"
                        + " requires-action requires-action, processing processing, checking checking,"
                        + " capturing capturing, refunding refunding, part-refunded part-refunded, waived waived,"
                        + " written-off written-off");
    }

    private static void row(PaymentCommand order, String pairs) {
        Map<String, PaymentState> words =
                Stream.of(PaymentState.values()).collect(Collectors.toMap(Object::toString, s -> s));
        words.put("part-authorised", AUTHORISED);
        Map<PaymentState, PaymentState> row = new EnumMap<>(PaymentState.class);
        Stream.of(pairs.split(", *")).map(p -> p.split(" ")).forEach(p -> row.put(words.get(p[0]), words.get(p[1])));
        TABLE.put(order, row);
    }

    static Stream<Arguments> everyPair() {
        return TABLE.entrySet().stream()
                .flatMap(row -> Stream.of(PaymentState.values())
                        .map(state -> Arguments.of(
                                row.getKey().getClass().getSimpleName() + " when " + state,
                                row.getKey(),
                                state,
                                row.getValue().get(state))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(
            String name, PaymentCommand order, PaymentState found, PaymentState expected) {
        ResultValidator<Payment> outcome =
                Desk.fixture(Payment.class).given(Story.of(found)).when(order, Desk.as("mia", "manager"));
        assertThat(PaymentSteps.MACHINE.allows(order.getClass(), found)).isEqualTo(expected != null);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(p -> assertThat(Standing.of(p.ledger())).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused, naming " + found) {
                @Override
                protected boolean matchesSafely(Throwable failure) {
                    return failure instanceof Refused.WrongState wrong
                            && wrong.state().equals(found.toString());
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void aStoryEndsInItsState(PaymentState state) {
        Ledger ledger = new Ledger();
        List<PaymentEvent> story = Story.of(state);
        story.forEach(event -> Fold.into(ledger, event));
        assertThat(Standing.of(ledger)).isEqualTo(state);
    }

    @Test
    void theTableNamesEveryOrderOfPeopleAndProcesses() {
        Set<Class<?>> beside = Set.of(
                RequestPayment.class,
                EndPaymentPatience.class,
                AssignPayment.class,
                ReportAttempt.class,
                ReportRefund.class,
                ReportDispute.class);
        assertThat(PaymentSteps.MACHINE.orders())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.keySet().stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(Stream.of(PaymentCommand.class.getPermittedSubclasses())
                        .filter(c -> !beside.contains(c))
                        .toList());
    }

    @Test
    void theTableCanBePrinted() {
        assertThat(PaymentSteps.MACHINE.table().lines())
                .hasSize(PaymentState.values().length + 2)
                .anyMatch(line -> line.startsWith("| captured | – | – |"));
    }
}
