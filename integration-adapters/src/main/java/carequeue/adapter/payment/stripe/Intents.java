package carequeue.adapter.payment.stripe;

import static carequeue.adapter.payment.PaymentProcessor.PAYMENT;

import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.ChargeNews;
import carequeue.adapter.payment.Charges;
import carequeue.adapter.payment.StripeWords;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Money;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.util.Optional;

/** Stripe's PaymentIntents, one for each charge, and what their statuses mean. */
final class Intents {

    /** Under which keys a charge's own names stand in the metadata; nothing of the patient is ever among them. */
    static final String ATTEMPT = "attempt_id";

    static final String PAYMENT_ID = "payment_id";

    private static final long CLOCKS_DIFFER = 300;
    private static final long BEGUN_WITHIN = 1800;

    private final StripeCalls calls;
    private final Charges charges;

    Intents(StripeCalls calls, Charges charges) {
        this.calls = calls;
        this.charges = charges;
    }

    /** Begins one, once however often it is called. */
    PaymentIntent create(Charge charge, PaymentIntentCreateParams params) {
        PaymentIntent made = calls.call(client -> {
            charges.sending(charge.attemptId());
            return client.paymentIntents().create(params, calls.options(charge.siteId(), charge.attemptId()));
        });
        charges.learned(charge.attemptId(), made.getId(), null);
        return made;
    }

    /** What every charge says of itself. */
    static PaymentIntentCreateParams.Builder params(Charge charge) {
        return PaymentIntentCreateParams.builder()
                .setAmount(StripeMoney.count(charge.amount()))
                .setCurrency(StripeMoney.currency(charge.amount()))
                .setCaptureMethod(
                        charge.manual()
                                ? PaymentIntentCreateParams.CaptureMethod.MANUAL
                                : PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
                .putMetadata(PAYMENT_ID, charge.paymentId())
                .putMetadata(ATTEMPT, charge.attemptId());
    }

    PaymentIntent retrieve(Charge charge, String id) {
        return calls.read(client -> client.paymentIntents().retrieve(id, calls.options(charge)));
    }

    /** The one of a charge, by its identifier or else among those made at about its time. */
    Optional<PaymentIntent> find(Charge charge) {
        if (charge.intentId() != null) {
            return Optional.of(retrieve(charge, charge.intentId()));
        }
        Optional<PaymentIntent> found = search(charge);
        found.ifPresent(intent -> charges.learned(charge.attemptId(), intent.getId(), null));
        return found;
    }

    private Optional<PaymentIntent> search(Charge charge) {
        long started = charge.startedAt().getEpochSecond();
        var around = PaymentIntentListParams.Created.builder()
                .setGte(started - CLOCKS_DIFFER)
                .setLte(started + BEGUN_WITHIN)
                .build();
        String after = null;
        while (true) {
            var page = PaymentIntentListParams.builder()
                    .setCreated(around)
                    .setLimit(100L)
                    .setStartingAfter(after)
                    .build();
            StripeCollection<PaymentIntent> intents =
                    calls.read(client -> client.paymentIntents().list(page, calls.options(charge)));
            for (PaymentIntent intent : intents.getData()) {
                if (charge.attemptId().equals(intent.getMetadata().get(ATTEMPT))) {
                    return Optional.of(intent);
                }
                after = intent.getId();
            }
            if (!Boolean.TRUE.equals(intents.getHasMore())) {
                return Optional.empty();
            }
        }
    }

    /** How it stands; {@code mayTryAgain} says whether a declined card may still be followed by another on the same page or reader. */
    static ChargeNews news(PaymentIntent intent, boolean mayTryAgain, String nextStep) {
        StripeError error = intent.getLastPaymentError();
        AttemptState state = StripeWords.attempt(intent.getStatus(), error != null, mayTryAgain)
                .orElse(AttemptState.UNKNOWN);
        return switch (state) {
            case CAPTURED -> ChargeNews.of(state, intent.getId(), money(intent, intent.getAmountReceived()));
            case AUTHORISED -> ChargeNews.of(state, intent.getId(), money(intent, intent.getAmountCapturable()));
            case REQUIRES_ACTION -> ChargeNews.action(intent.getId(), nextStep == null ? redirect(intent) : nextStep);
            case FAILED -> ChargeNews.failed(intent.getId(), StripeFailures.of(error), code(error));
            // Made, not yet confirmed: nobody knows whether it will be.
            case STARTED -> ChargeNews.of(AttemptState.UNKNOWN, intent.getId());
            case UNKNOWN, PROCESSING, CANCELLED -> ChargeNews.of(state, intent.getId());
        };
    }

    private static Money money(PaymentIntent intent, Long count) {
        return StripeMoney.of(count, intent.getCurrency());
    }

    private static String code(StripeError error) {
        return error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
    }

    private static String redirect(PaymentIntent intent) {
        var next = intent.getNextAction();
        return next == null || next.getRedirectToUrl() == null
                ? null
                : next.getRedirectToUrl().getUrl();
    }

    /** How it stands; what was declined for good is closed first, so that it can take no money any more. */
    ChargeNews ended(Charge charge, PaymentIntent intent) {
        ChargeNews news = news(intent, false, null);
        StripeError error = intent.getLastPaymentError();
        if (news.state() == AttemptState.CANCELLED && error != null && !charge.cancelWanted()) {
            // Closed by us after a decline that nobody has been told of yet.
            return ChargeNews.failed(intent.getId(), StripeFailures.of(error), code(error));
        }
        return news.state() == AttemptState.FAILED ? close(charge, intent, news.failure(), news.code()) : news;
    }

    /** Lets go of one that can go no further, and says that it failed; unless money was taken meanwhile. */
    ChargeNews close(Charge charge, PaymentIntent intent, FailureKind kind, String code) {
        ChargeNews news = cancel(charge, intent);
        return news.state() == AttemptState.CANCELLED ? ChargeNews.failed(intent.getId(), kind, code) : news;
    }

    /** Lets go of it if that can still be done, and says how it stands then. */
    ChargeNews cancel(Charge charge, PaymentIntent intent) {
        if ("succeeded".equals(intent.getStatus()) || "canceled".equals(intent.getStatus())) {
            return news(intent, true, null);
        }
        try {
            return news(
                    calls.call(client -> client.paymentIntents().cancel(intent.getId(), calls.options(charge))),
                    true,
                    null);
        } catch (Refusal refusal) {
            return news(retrieve(charge, intent.getId()), true, null);
        }
    }

    ChargeNews capture(Charge charge, Money amount) {
        PaymentIntent intent = find(charge)
                .orElseThrow(() -> new OutsideFailure.NotThere(PAYMENT, "knows nothing of the authorisation"));
        if (!"requires_capture".equals(intent.getStatus())) {
            return ended(charge, intent);
        }
        var params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(StripeMoney.count(amount))
                .build();
        String key = charge.attemptId() + "-capture-" + amount.amount();
        try {
            return ended(
                    charge,
                    calls.call(client -> client.paymentIntents()
                            .capture(intent.getId(), params, calls.options(charge.siteId(), key))));
        } catch (Refusal refusal) {
            ChargeNews now = ended(charge, retrieve(charge, intent.getId()));
            if (now.state() != AttemptState.AUTHORISED) {
                return now;
            }
            throw refusal.ofOurKey()
                    ? new OutsideFailure.Unavailable(PAYMENT, "does not take our key")
                    : new OutsideFailure.Rejected(PAYMENT, "does not take the authorised amount: " + refusal.code());
        }
    }
}
