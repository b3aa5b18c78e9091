package carequeue.adapter.payment.stripe;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.ChargeNews;
import carequeue.adapter.payment.Charges;
import carequeue.adapter.payment.Crossing;
import carequeue.adapter.payment.Customers;
import carequeue.adapter.payment.Held;
import carequeue.adapter.payment.Movement;
import carequeue.adapter.payment.PaymentProcessor;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.adapter.payment.RefundNews;
import carequeue.adapter.payment.RefundOrder;
import carequeue.adapter.payment.ReturnPages;
import carequeue.adapter.payment.SavedCard;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure.NotThere;
import carequeue.adapter.resilience.OutsideFailure.Unavailable;
import carequeue.api.Money;
import carequeue.api.payment.FailureKind;
import com.stripe.model.PaymentIntent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Card payments by Stripe: saved cards, readers at the desk, and pages that the patient opens. */
@Component
public class StripePayments implements PaymentProcessor {

    final StripeCalls calls;
    final Intents intents;
    final HostedPages pages;
    final CardRefunding refunds;
    final Disputes disputes;
    private final Crossing crossing;
    private final SavedCards savedCards;
    private final Readers readers;
    private final Wallets wallets;
    private final Movements movements;

    public StripePayments(
            PaymentSettings settings,
            Charges charges,
            Customers customers,
            ReturnPages returns,
            Guards guards,
            Filter filter) {
        crossing = new Crossing(filter);
        calls = new StripeCalls(settings, guards.of(PAYMENT));
        intents = new Intents(calls, charges);
        pages = new HostedPages(calls, intents, charges, returns);
        refunds = new CardRefunding(calls);
        disputes = new Disputes(calls);
        savedCards = new SavedCards(intents, customers, settings, returns);
        wallets = new Wallets(calls, customers, settings, returns);
        movements = new Movements(calls);
        readers = new Readers(calls, intents, settings);
    }

    @Override
    public ChargeNews processPayment(Charge asked) {
        Charge charge = crossing.of(asked);
        try {
            return switch (charge.method()) {
                case SAVED_CARD -> savedCards.begin(charge);
                case TERMINAL -> readers.begin(charge);
                case LINK -> pages.begin(charge);
                case CASH -> throw new IllegalArgumentException("cash needs no provider");
            };
        } catch (Refusal refusal) {
            return refused(charge, refusal);
        } catch (ArithmeticException notInTheirUnit) {
            return ChargeNews.failed(null, FailureKind.OUR_FAULT, "invalid_amount");
        }
    }

    private ChargeNews refused(Charge charge, Refusal refusal) {
        PaymentIntent declined = refusal.intent();
        if (declined != null) {
            return intents.ended(charge, intents.retrieve(charge, declined.getId()));
        } else if (charge.sent() && refusal.ofOurKey() || refusal.saidOtherwise()) {
            // An earlier call may have come through: this one says nothing of that.
            throw new Unavailable(PAYMENT, refusal.getMessage());
        }
        return ChargeNews.failed(null, StripeFailures.of(refusal.code()), refusal.code());
    }

    @Override
    public ChargeNews ask(Charge asked) {
        Charge charge = crossing.of(asked);
        return switch (charge.method()) {
            case SAVED_CARD -> savedCards.ask(charge);
            case TERMINAL -> readers.ask(charge);
            case LINK -> pages.ask(charge);
            case CASH -> throw new IllegalArgumentException("cash needs no provider");
        };
    }

    @Override
    public ChargeNews capture(Charge charge, Money amount) {
        return intents.capture(crossing.of(charge), amount);
    }

    @Override
    public ChargeNews cancel(Charge asked) {
        Charge charge = crossing.of(asked);
        if (charge.intentId() == null) {
            return pages.cancel(charge);
        }
        PaymentIntent intent = intents.retrieve(charge, charge.intentId());
        return Readers.isIdle(intent) ? readers.cancel(charge, intent) : intents.cancel(charge, intent);
    }

    @Override
    public RefundNews refundPayment(RefundOrder order) {
        return refunds.give(crossing.of(order));
    }

    @Override
    public List<Movement> movements(String siteId, Instant from, Instant until) {
        return movements.between(siteId, from, until);
    }

    @Override
    public List<Held> begun(String siteId, Instant from, Instant until) {
        return movements.begun(siteId, from, until);
    }

    @Override
    public Optional<Held> look(Charge charge) {
        try {
            return intents.find(charge).map(Movements::held);
        } catch (NotThere gone) {
            return Optional.empty();
        }
    }

    @Override
    public List<RefundNews> refunds(Charge charge) {
        return refunds.of(charge.intentId(), calls.options(charge)).stream()
                .map(CardRefunding::news)
                .toList();
    }

    @Override
    public SavedCard savePaymentMethod(String siteId, String patientId, String paymentMethod) {
        return wallets.save(siteId, patientId, crossing.card(siteId, patientId, paymentMethod));
    }

    @Override
    public String tokenize(String siteId, String patientId) {
        crossing.card(siteId, patientId, null);
        return wallets.page(siteId, patientId);
    }

    @Override
    public List<SavedCard> savedPaymentMethods(String siteId, String patientId) {
        crossing.card(siteId, patientId, null);
        return wallets.of(siteId, patientId);
    }

    @Override
    public boolean forgetPaymentMethod(String siteId, String patientId, String paymentMethodId) {
        return wallets.forget(siteId, patientId, crossing.card(siteId, patientId, paymentMethodId));
    }

    @Override
    public void probe() {
        calls.probe();
    }

    @Override
    public Guard guard() {
        return calls.guard();
    }
}
