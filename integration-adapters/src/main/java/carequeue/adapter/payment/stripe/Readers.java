package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.ChargeNews;
import carequeue.adapter.payment.PaymentSettings;
import carequeue.api.payment.FailureKind;
import com.stripe.model.PaymentIntent;
import com.stripe.model.terminal.Reader;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.terminal.ReaderListParams;
import com.stripe.param.terminal.ReaderProcessPaymentIntentParams;

/** Charges of a card presented to a reader at the desk. */
final class Readers {

    private final StripeCalls calls;
    private final Intents intents;
    private final PaymentSettings settings;

    Readers(StripeCalls calls, Intents intents, PaymentSettings settings) {
        this.calls = calls;
        this.intents = intents;
        this.settings = settings;
    }

    ChargeNews begin(Charge charge) {
        PaymentIntent intent = charge.sent() ? intents.find(charge).orElse(null) : null;
        if (intent == null) {
            return present(charge, intents.create(charge, params(charge)), reader(charge));
        }
        if (!isIdle(intent)) {
            return intents.ended(charge, intent);
        }
        String reader = reader(charge);
        Reader.Action action = reader == null ? null : actionOn(charge, reader);
        return isOf(action, intent) ? during(charge, intent, action) : present(charge, intent, reader);
    }

    ChargeNews ask(Charge charge) {
        PaymentIntent intent = intents.find(charge).orElse(null);
        if (intent == null) {
            return ChargeNews.nothing();
        } else if (!isIdle(intent)) {
            return intents.ended(charge, intent);
        }
        String reader = reader(charge);
        Reader.Action action = reader == null ? null : actionOn(charge, reader);
        return isOf(action, intent)
                ? during(charge, intent, action)
                : intents.close(charge, intent, FailureKind.EXPIRED, "reader_idle");
    }

    ChargeNews cancel(Charge charge, PaymentIntent intent) {
        String reader = isIdle(intent) ? reader(charge) : null;
        if (reader != null && isOf(actionOn(charge, reader), intent)) {
            try {
                calls.call(client -> client.terminal().readers().cancelAction(reader, calls.options(charge)));
            } catch (Refusal tooLate) {
                return intents.cancel(charge, intents.retrieve(charge, intent.getId()));
            }
        }
        return intents.cancel(charge, intent);
    }

    /** Nobody has presented a card that was read. */
    static boolean isIdle(PaymentIntent intent) {
        return "requires_payment_method".equals(intent.getStatus()) && intent.getLastPaymentError() == null;
    }

    private ChargeNews present(Charge charge, PaymentIntent intent, String reader) {
        if (reader == null) {
            return intents.close(charge, intent, FailureKind.OUR_FAULT, "no_reader");
        }
        var params = ReaderProcessPaymentIntentParams.builder()
                .setPaymentIntent(intent.getId())
                .build();
        try {
            Reader told = calls.call(
                    client -> client.terminal().readers().processPaymentIntent(reader, params, calls.options(charge)));
            return during(charge, intent, told.getAction());
        } catch (Refusal refusal) {
            return intents.close(charge, intent, StripeFailures.of(refusal.code()), refusal.code());
        }
    }

    private ChargeNews during(Charge charge, PaymentIntent intent, Reader.Action action) {
        if (action != null && "failed".equals(action.getStatus())) {
            String code = action.getFailureCode();
            return intents.close(charge, intents.retrieve(charge, intent.getId()), StripeFailures.of(code), code);
        } else if (action != null && "succeeded".equals(action.getStatus())) {
            return intents.ended(charge, intents.retrieve(charge, intent.getId()));
        }
        return ChargeNews.action(intent.getId(), null);
    }

    private Reader.Action actionOn(Charge charge, String reader) {
        return calls.read(client -> client.terminal().readers().retrieve(reader, calls.options(charge)))
                .getAction();
    }

    private static boolean isOf(Reader.Action action, PaymentIntent intent) {
        return action != null
                && action.getProcessPaymentIntent() != null
                && intent.getId().equals(action.getProcessPaymentIntent().getPaymentIntent());
    }

    private String reader(Charge charge) {
        if (charge.readerId() != null) {
            return charge.readerId();
        }
        String own = settings.site(charge.siteId()).reader();
        return own == null ? firstOnline(charge) : own;
    }

    private String firstOnline(Charge charge) {
        var online = ReaderListParams.builder()
                .setStatus(ReaderListParams.Status.ONLINE)
                .setLimit(1L)
                .build();
        return calls.read(client -> client.terminal().readers().list(online, calls.options(charge))).getData().stream()
                .map(Reader::getId)
                .findFirst()
                .orElse(null);
    }

    private static PaymentIntentCreateParams params(Charge charge) {
        return Intents.params(charge).addPaymentMethodType("card_present").build();
    }
}
