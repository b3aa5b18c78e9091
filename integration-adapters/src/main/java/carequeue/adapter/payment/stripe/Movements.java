package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.Held;
import carequeue.adapter.payment.Movement;
import carequeue.adapter.payment.Movement.Kind;
import carequeue.api.Money;
import carequeue.api.payment.AttemptState;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PaymentIntentListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What moved in an account between two instants, and which charges were begun in it, read page by page. */
final class Movements {

    private static final long PAGE = 100;

    private final StripeCalls calls;

    Movements(StripeCalls calls) {
        this.calls = calls;
    }

    List<Movement> between(String siteId, Instant from, Instant until) {
        RequestOptions options = calls.options(siteId, null);
        var during = BalanceTransactionListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(until.getEpochSecond())
                .build();
        List<Movement> all = new ArrayList<>();
        String after = null;
        while (true) {
            var params = BalanceTransactionListParams.builder()
                    .setCreated(during)
                    .setLimit(PAGE)
                    .setStartingAfter(after)
                    .addExpand("data.source")
                    .build();
            var page = calls.read(client -> client.balanceTransactions().list(params, options));
            page.getData().forEach(moved -> all.add(movement(moved)));
            if (!Boolean.TRUE.equals(page.getHasMore()) || page.getData().isEmpty()) {
                return all;
            }
            after = page.getData().get(page.getData().size() - 1).getId();
        }
    }

    private static Movement movement(BalanceTransaction moved) {
        BalanceTransactionSource source = moved.getSourceObject();
        boolean in = moved.getAmount() > 0;
        if (source instanceof Charge charge) {
            return movement(moved, Kind.CHARGE, charge.getId(), charge.getPaymentIntent(), charge.getMetadata());
        } else if (source instanceof Refund refund) {
            // Of a refund that failed the money comes back under the same name.
            Kind kind = in ? Kind.REFUND_FAILED : Kind.REFUND;
            return movement(moved, kind, refund.getId(), refund.getPaymentIntent(), refund.getMetadata());
        } else if (source instanceof Dispute dispute) {
            Kind kind = in ? Kind.DISPUTE_BACK : Kind.DISPUTE;
            return movement(moved, kind, dispute.getId(), dispute.getPaymentIntent(), Map.of());
        }
        return movement(moved, Kind.OTHER, moved.getSource() == null ? moved.getId() : moved.getSource(), null, null);
    }

    private static Movement movement(
            BalanceTransaction moved, Kind kind, String id, String intent, Map<String, String> metadata) {
        Map<String, String> said = metadata == null ? Map.of() : metadata;
        String ours = kind == Kind.CHARGE ? said.get(Intents.ATTEMPT) : said.get(CardRefunding.REFUND);
        Money fee = StripeMoney.of(moved.getFee() == null ? 0 : moved.getFee(), moved.getCurrency());
        return new Movement(kind, id, intent, ours, amount(moved), fee, Instant.ofEpochSecond(moved.getCreated()));
    }

    /** In the currency that the patient paid in, which may be another than that of the account. */
    private static Money amount(BalanceTransaction moved) {
        BalanceTransactionSource source = moved.getSourceObject();
        if (source instanceof Charge charge && charge.getAmountCaptured() != null) {
            return StripeMoney.of(charge.getAmountCaptured(), charge.getCurrency());
        } else if (source instanceof Refund refund) {
            return StripeMoney.of(refund.getAmount(), refund.getCurrency());
        } else if (source instanceof Dispute dispute) {
            return StripeMoney.of(dispute.getAmount(), dispute.getCurrency());
        }
        return StripeMoney.of(Math.abs(moved.getAmount()), moved.getCurrency());
    }

    /** Charges that were begun then and say of themselves that they are ours. */
    List<Held> begun(String siteId, Instant from, Instant until) {
        RequestOptions options = calls.options(siteId, null);
        var during = PaymentIntentListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(until.getEpochSecond())
                .build();
        List<Held> all = new ArrayList<>();
        String after = null;
        while (true) {
            var params = PaymentIntentListParams.builder()
                    .setCreated(during)
                    .setLimit(PAGE)
                    .setStartingAfter(after)
                    .build();
            var page = calls.read(client -> client.paymentIntents().list(params, options));
            page.getData().stream()
                    .filter(i -> i.getMetadata() != null && i.getMetadata().get(Intents.ATTEMPT) != null)
                    .forEach(i -> all.add(held(i)));
            if (!Boolean.TRUE.equals(page.getHasMore()) || page.getData().isEmpty()) {
                return all;
            }
            after = page.getData().get(page.getData().size() - 1).getId();
        }
    }

    static Held held(PaymentIntent intent) {
        var news = Intents.news(intent, true, null);
        AttemptState state = news.state();
        return new Held(intent.getMetadata().get(Intents.ATTEMPT), intent.getId(), state, news.amount());
    }
}
