package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.ChargeNews;
import carequeue.adapter.payment.Customers;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.adapter.payment.ReturnPages;
import carequeue.api.payment.FailureKind;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.util.Optional;

/** Charges of a card that Stripe keeps; the person is there and may be asked to confirm at the bank. */
final class SavedCards {

    private final Intents intents;
    private final Customers customers;
    private final PaymentSettings settings;
    private final ReturnPages returns;

    SavedCards(Intents intents, Customers customers, PaymentSettings settings, ReturnPages returns) {
        this.intents = intents;
        this.customers = customers;
        this.settings = settings;
        this.returns = returns;
    }

    ChargeNews begin(Charge charge) {
        if (charge.sent()) {
            Optional<PaymentIntent> there = intents.find(charge);
            if (there.isPresent()) {
                return intents.ended(charge, there.get());
            }
        }
        if (charge.paymentMethodId() == null) {
            return ChargeNews.failed(null, FailureKind.OUR_FAULT, "no_payment_method");
        }
        return intents.ended(charge, intents.create(charge, params(charge)));
    }

    ChargeNews ask(Charge charge) {
        return intents.find(charge).map(intent -> intents.ended(charge, intent)).orElseGet(ChargeNews::nothing);
    }

    private PaymentIntentCreateParams params(Charge charge) {
        String account = settings.accountOf(charge.siteId());
        return Intents.params(charge)
                .addPaymentMethodType("card")
                .setPaymentMethod(charge.paymentMethodId())
                .setCustomer(customers.find(account, charge.patientId()).orElse(null))
                .setConfirm(true)
                .setReturnUrl(returns.of(charge))
                .build();
    }
}
