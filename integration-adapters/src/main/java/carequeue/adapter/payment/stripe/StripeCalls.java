package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.PaymentProcessor;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.adapter.payment.PaymentSite;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.OutsideFailure.NotThere;
import carequeue.adapter.resilience.OutsideFailure.Unavailable;
import carequeue.adapter.secrets.FromSecret;
import carequeue.adapter.secrets.RefusedKeys;
import carequeue.adapter.secrets.Secret;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.util.List;
import java.util.Optional;

/** Makes the calls: one client that repeats nothing by itself, the guard around each call, and failures told apart. */
final class StripeCalls {

    private final PaymentSettings settings;
    private final Guard guard;
    private final RefusedKeys refused = new RefusedKeys();
    private final FromSecret<StripeClient> clients = new FromSecret<>(this::client);

    StripeCalls(PaymentSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    private StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(settings.address())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                .setMaxNetworkRetries(0)
                .build();
    }

    /** One call of the SDK. */
    interface Call<T> {
        T make(V1Services client) throws StripeException;
    }

    private record Reply<T>(T value, Refusal refusal) {}

    /**
     * Calls once.
     *
     * @throws Refusal when Stripe refuses, so that nothing came of it
     * @throws Unavailable when nobody knows what came of it
     */
    <T> T call(Call<T> call) {
        Reply<T> reply = guard.call(() -> make(call));
        if (reply.refusal() != null) {
            throw reply.refusal();
        }
        return reply.value();
    }

    /** Reads; what is not there is a failure of ours, such as another account's key. */
    <T> T read(Call<T> call) {
        try {
            return call(call);
        } catch (Refusal refusal) {
            throw refusal.notThere()
                    ? new NotThere(PaymentProcessor.PAYMENT, "has nothing under this identifier")
                    : new Unavailable(PaymentProcessor.PAYMENT, refusal.getMessage());
        }
    }

    /** Asks something small, without the guard. */
    void probe() {
        Reply<?> reply = make(client -> client.balance().retrieve(options(null, null)));
        if (reply.refusal() != null && reply.refusal().ofOurKey()) {
            throw new Unavailable(PaymentProcessor.PAYMENT, "does not take our key");
        }
    }

    Guard guard() {
        return guard;
    }

    /** As which account, and under which key for what must not be done twice (null where it may). */
    RequestOptions options(String siteId, String idempotencyKey) {
        PaymentSite site = settings.site(siteId == null ? "" : siteId);
        var options = RequestOptions.builder().setIdempotencyKey(idempotencyKey);
        if (site.account() != null) {
            options.setStripeAccount(site.account());
        }
        if (Secret.given(site.apiKey())) {
            options.setApiKey(refused.of(site.apiKey()));
        }
        return options.build();
    }

    /** For reads about a charge. */
    RequestOptions options(Charge charge) {
        return options(charge.siteId(), null);
    }

    private <T> Reply<T> make(Call<T> call) {
        if (!settings.connected()) {
            throw new Unavailable(PaymentProcessor.PAYMENT, "is not connected: there is no key");
        }
        String key = settings.apiKey().value();
        Reply<T> reply = make(call, key);
        if (reply.refusal() == null || !reply.refusal().ofOurKey()) {
            return reply;
        }
        // Nothing came of it, so it may be made again where there is another key.
        List<Secret> own = ownKeys();
        Optional<String> other = settings.apiKey().instead(key);
        return own.isEmpty() && other.isEmpty() ? reply : refused.without(own, () -> make(call, other.orElse(key)));
    }

    private List<Secret> ownKeys() {
        return settings.sites().values().stream()
                .map(PaymentSite::apiKey)
                .filter(Secret::given)
                .toList();
    }

    private <T> Reply<T> make(Call<T> call, String key) {
        try {
            return new Reply<>(call.make(clients.of(key).v1()), null);
        } catch (ApiConnectionException e) {
            throw new Unavailable(PaymentProcessor.PAYMENT, "does not answer");
        } catch (RateLimitException e) {
            throw new Unavailable(PaymentProcessor.PAYMENT, "asks for fewer calls");
        } catch (ApiException e) {
            // Also a repeat while the first is still being carried out (409), and an answer that cannot be read.
            throw new Unavailable(PaymentProcessor.PAYMENT, "answered " + e.getStatusCode());
        } catch (StripeException e) {
            return new Reply<>(null, new Refusal(e));
        }
    }
}
