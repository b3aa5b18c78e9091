package carequeue.adapter.payment;

import carequeue.adapter.CodeTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The codes of the payment provider. */
final class PaymentCodes extends CodeTable.Chapter {

    private static final String NEEDS_METHOD = "requires_payment_method";

    @Override
    protected List<CodeTable> tables() {
        Map<String, Object> intents = new TreeMap<>(StripeWords.attempts());
        intents.put(NEEDS_METHOD, attempt(false, false));
        intents.put(
                NEEDS_METHOD + " after a decline, on a page or reader where the person may try again",
                attempt(true, true));
        intents.put(NEEDS_METHOD + " after a decline, otherwise", attempt(true, false));
        return List.of(
                CodeTable.of(
                        "Stripe: status of a PaymentIntent", "Stripe API reference, PaymentIntent.status.", intents),
                CodeTable.of(
                        "Stripe: status of a refund", "Stripe API reference, Refund.status.", StripeWords.refunds()),
                CodeTable.of(
                        "Stripe: status of a dispute", "Stripe API reference, Dispute.status.", StripeWords.disputes()),
                CodeTable.of(
                        "Stripe: why a card was declined",
                        "Stripe documentation, decline codes. Any other code is the bank's to explain: "
                                + StripeDeclines.of("a code of next year") + ".",
                        StripeDeclines.all()));
    }

    private static Object attempt(boolean declined, boolean mayTryAgain) {
        return StripeWords.attempt(NEEDS_METHOD, declined, mayTryAgain).orElseThrow();
    }
}
