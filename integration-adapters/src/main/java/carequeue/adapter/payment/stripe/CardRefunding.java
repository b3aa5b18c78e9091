package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.PaymentProcessor;
import carequeue.adapter.payment.RefundNews;
import carequeue.adapter.payment.RefundOrder;
import carequeue.adapter.payment.StripeWords;
import carequeue.adapter.resilience.OutsideFailure.Unavailable;
import carequeue.api.payment.RefundState;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Money that goes back to a card. */
final class CardRefunding {

    static final String REFUND = "refund_id";

    private final StripeCalls calls;

    CardRefunding(StripeCalls calls) {
        this.calls = calls;
    }

    RefundNews give(RefundOrder order) {
        Optional<Refund> there = order.again()
                ? of(order.intentId(), calls.options(order.siteId(), null)).stream()
                        .filter(r -> order.refundId().equals(r.getMetadata().get(REFUND)))
                        .findFirst()
                : Optional.empty();
        return there.map(CardRefunding::news).orElseGet(() -> create(order));
    }

    private RefundNews create(RefundOrder order) {
        // The reason we know may name a person or an illness: Stripe is told the least it takes.
        var params = RefundCreateParams.builder()
                .setPaymentIntent(order.intentId())
                .setAmount(StripeMoney.count(order.amount()))
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata(Intents.PAYMENT_ID, order.paymentId())
                .putMetadata(Intents.ATTEMPT, order.attemptId())
                .putMetadata(REFUND, order.refundId())
                .build();
        try {
            return news(calls.call(
                    client -> client.refunds().create(params, calls.options(order.siteId(), order.refundId()))));
        } catch (Refusal refusal) {
            if (refusal.ofOurKey() || refusal.saidOtherwise()) {
                throw new Unavailable(PaymentProcessor.PAYMENT, refusal.getMessage());
            }
            return new RefundNews(order.refundId(), RefundState.FAILED, null, order.amount(), refusal.code());
        }
    }

    /** Every refund of a charge. */
    List<Refund> of(String intentId, RequestOptions options) {
        List<Refund> all = new ArrayList<>();
        String after = null;
        while (true) {
            var params = RefundListParams.builder()
                    .setPaymentIntent(intentId)
                    .setLimit(100L)
                    .setStartingAfter(after)
                    .build();
            var page = calls.read(client -> client.refunds().list(params, options));
            all.addAll(page.getData());
            if (!Boolean.TRUE.equals(page.getHasMore())) {
                return all;
            }
            after = page.getData().get(page.getData().size() - 1).getId();
        }
    }

    /** How a refund stands; one of an unknown status has not gone yet. */
    static RefundNews news(Refund refund) {
        String ours = refund.getMetadata() == null ? null : refund.getMetadata().get(REFUND);
        return new RefundNews(
                ours == null ? refund.getId() : ours,
                StripeWords.refund(refund.getStatus()).orElse(RefundState.PENDING),
                refund.getId(),
                StripeMoney.of(refund.getAmount(), refund.getCurrency()),
                refund.getFailureReason());
    }
}
