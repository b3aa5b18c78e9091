package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.DisputeNews;
import carequeue.adapter.payment.StripeWords;
import carequeue.api.payment.DisputeState;
import com.stripe.model.Dispute;

/** Disputes of cards' holders. */
final class Disputes {

    private final StripeCalls calls;

    Disputes(StripeCalls calls) {
        this.calls = calls;
    }

    /** How a dispute stands; one of an unknown status is open, so that nothing is given back meanwhile. */
    DisputeNews find(Charge charge, String id) {
        Dispute dispute = calls.read(client -> client.disputes().retrieve(id, calls.options(charge)));
        return new DisputeNews(
                dispute.getId(),
                StripeWords.dispute(dispute.getStatus()).orElse(DisputeState.OPEN),
                StripeMoney.of(dispute.getAmount(), dispute.getCurrency()),
                dispute.getReason());
    }
}
