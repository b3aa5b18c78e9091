package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.CardRefused;
import carequeue.adapter.payment.Customers;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.adapter.payment.ReturnPages;
import carequeue.adapter.payment.SavedCard;
import carequeue.api.Ids;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.List;

/** The cards that Stripe keeps for patients, each patient a customer of whom it knows nothing else. */
final class Wallets {

    private final StripeCalls calls;
    private final Customers customers;
    private final PaymentSettings settings;
    private final ReturnPages returns;

    Wallets(StripeCalls calls, Customers customers, PaymentSettings settings, ReturnPages returns) {
        this.calls = calls;
        this.customers = customers;
        this.settings = settings;
        this.returns = returns;
    }

    SavedCard save(String siteId, String patientId, String paymentMethod) {
        var params = SetupIntentCreateParams.builder()
                .setCustomer(customer(siteId, patientId))
                .setPaymentMethod(paymentMethod)
                .addPaymentMethodType("card")
                .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                .setConfirm(true)
                .setReturnUrl(returns.thanks())
                .build();
        RequestOptions options = options(siteId);
        try {
            SetupIntent made = calls.call(client -> client.setupIntents().create(params, options));
            if (!"succeeded".equals(made.getStatus())) {
                throw new CardRefused("authentication_required");
            }
            return card(calls.read(client -> client.paymentMethods().retrieve(made.getPaymentMethod(), options)));
        } catch (Refusal refusal) {
            throw new CardRefused(refusal.code());
        }
    }

    String page(String siteId, String patientId) {
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .setCustomer(customer(siteId, patientId))
                .setSuccessUrl(returns.thanks())
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .build();
        return calls.read(client -> client.checkout().sessions().create(params, options(siteId)))
                .getUrl();
    }

    List<SavedCard> of(String siteId, String patientId) {
        var cards = CustomerPaymentMethodListParams.builder()
                .setType(CustomerPaymentMethodListParams.Type.CARD)
                .setLimit(100L)
                .build();
        return customers
                .find(account(siteId), patientId)
                .map(customer -> calls.read(
                        client -> client.customers().paymentMethods().list(customer, cards, options(siteId))))
                .map(page -> page.getData().stream().map(Wallets::card).toList())
                .orElseGet(List::of);
    }

    boolean forget(String siteId, String patientId, String paymentMethodId) {
        boolean theirs = of(siteId, patientId).stream()
                .anyMatch(card -> card.paymentMethodId().equals(paymentMethodId));
        if (theirs) {
            calls.read(client -> client.paymentMethods().detach(paymentMethodId, options(siteId)));
        }
        return theirs;
    }

    private String customer(String siteId, String patientId) {
        return customers.find(account(siteId), patientId).orElseGet(() -> {
            String key = Ids.derived("stripe-customer", account(siteId), patientId);
            String made = calls.read(client -> client.customers()
                            .create(CustomerCreateParams.builder().build(), calls.options(siteId, key)))
                    .getId();
            customers.keep(account(siteId), patientId, made);
            return customers.find(account(siteId), patientId).orElseThrow();
        });
    }

    private String account(String siteId) {
        return settings.accountOf(siteId);
    }

    private RequestOptions options(String siteId) {
        return calls.options(siteId, null);
    }

    private static SavedCard card(PaymentMethod kept) {
        PaymentMethod.Card card = kept.getCard();
        return new SavedCard(kept.getId(), card.getBrand(), card.getLast4(), card.getExpMonth(), card.getExpYear());
    }
}
