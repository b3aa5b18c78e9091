package carequeue.command.payment;

import static carequeue.api.payment.PaymentState.*;
import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.RefundEvent.*;
import org.junit.jupiter.api.Test;

/** Who may let a patient off what they owe, and up to how much. */
class LettingOffTest extends PaymentRules {

    @Test
    void aWaiverKeepsToTheLimitOfTheRole() {
        stands(when(at(FAILED), new WaivePayment("pay", 500L, "x"), FRAN), FAILED);
        when(at(FAILED), new WaivePayment("pay", 501L, "x"), FRAN).expectException(rule("waiver-limit"));
        when(at(FAILED), new WaivePayment("pay", 1L, "x"), BILL).expectException(Refused.NotAllowed.class);
        when(at(FAILED), new WaivePayment("pay", 2501L, "x"), MIA).expectException(rule("more-than-owed"));
    }

    @Test
    void aboveTheLimitTwoPersonsDecide() {
        ApprovalAsked asked = new ApprovalAsked("pay", Approval.WAIVER, usd(2500), "hardship", "mia", NOON);
        WaivePayment waive = new WaivePayment("pay", null, "hardship");
        when(at(FAILED), waive, MIA).expectEvents(asked);
        when(at(FAILED, asked), waive, MIA).expectException(rule("second-person"));
        when(at(FAILED, asked), waive, MAX)
                .expectEvents(new PaymentWaived("pay", usd(2500), "hardship", "max", "mia", "standard/1", usd(0), NOON))
                .expectState(p -> assertThat(Standing.of(p.ledger())).isEqualTo(WAIVED));
    }

    @Test
    void anApprovalIsForTheAmountThatWasAskedFor() {
        ApprovalAsked less = new ApprovalAsked("pay", Approval.WAIVER, usd(2000), "hardship", "mia", NOON);
        when(at(FAILED, less), new WaivePayment("pay", null, "hardship"), MAX)
                .expectEvents(new ApprovalAsked("pay", Approval.WAIVER, usd(2500), "hardship", "max", NOON));
    }
}
