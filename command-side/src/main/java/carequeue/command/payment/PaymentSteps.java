package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;

import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentState;
import carequeue.command.StateMachine;

/** Which orders a payment takes in which state. */
public final class PaymentSteps {

    /** The table; news of the provider and the end of a wait are taken in every state, and judged by what is known. */
    public static final StateMachine<PaymentState> MACHINE = StateMachine.of("payment", PaymentState.class)
            .takes(CollectPayment.class, "be collected", REQUESTED, FAILED, HELD, PAY_LATER, PART_PAID)
            .takes(RetryPayment.class, "be tried again", FAILED, HELD, PAY_LATER, PART_PAID)
            .takes(CapturePayment.class, "be captured", AUTHORISED)
            .takes(CancelAttempt.class, "have its attempt called off", AUTHORISING, REQUIRES_ACTION, CHECKING)
            .takes(
                    CheckAttempt.class,
                    "be asked about",
                    AUTHORISING,
                    REQUIRES_ACTION,
                    PROCESSING,
                    CHECKING,
                    CAPTURING,
                    VOIDING)
            .takes(
                    PostponePayment.class,
                    "be postponed",
                    REQUESTED,
                    AUTHORISING,
                    REQUIRES_ACTION,
                    PROCESSING,
                    CHECKING,
                    FAILED,
                    HELD,
                    PAY_LATER,
                    PART_PAID)
            .takes(HoldPayment.class, "be held", REQUESTED, FAILED, HELD, PAY_LATER, PART_PAID)
            .takes(WaivePayment.class, "be waived", REQUESTED, FAILED, HELD, PAY_LATER, PART_PAID)
            .takes(WriteOffPayment.class, "be written off", FAILED, HELD, PAY_LATER, PART_PAID)
            .takes(
                    VoidPayment.class,
                    "be voided",
                    REQUESTED,
                    AUTHORISING,
                    REQUIRES_ACTION,
                    CHECKING,
                    AUTHORISED,
                    FAILED,
                    HELD,
                    PAY_LATER,
                    PART_PAID,
                    CAPTURED)
            .takes(RefundPayment.class, "be refunded", PART_PAID, CAPTURED, REFUNDING, PART_REFUNDED)
            .takes(ProposeRefund.class, "be proposed for a refund", PART_PAID, CAPTURED, REFUNDING, PART_REFUNDED)
            .takes(
                    ReviseAmount.class,
                    "get another amount",
                    REQUESTED,
                    AUTHORISED,
                    FAILED,
                    HELD,
                    PAY_LATER,
                    PART_PAID,
                    CAPTURED,
                    AUTHORISING,
                    REQUIRES_ACTION,
                    PROCESSING,
                    CHECKING,
                    CAPTURING,
                    REFUNDING,
                    PART_REFUNDED,
                    WAIVED,
                    WRITTEN_OFF);

    private PaymentSteps() {}
}
