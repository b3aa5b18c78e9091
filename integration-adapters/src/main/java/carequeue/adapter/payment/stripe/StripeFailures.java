package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.StripeDeclines;
import carequeue.api.payment.FailureKind;
import com.stripe.model.StripeError;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Stripe's own error codes mean for the desk, beside the banks' (see {@link StripeDeclines}). */
public final class StripeFailures {

    private static final Map<String, FailureKind> KINDS = new LinkedHashMap<>();

    static {
        kind(
                FailureKind.TRY_AGAIN,
                "terminal_reader_busy terminal_reader_offline terminal_reader_timeout"
                        + " terminal_reader_hardware_fault terminal_reader_collected_data_invalid"
                        + " payment_method_provider_timeout payment_intent_payment_attempt_failed");
        kind(
                FailureKind.AUTHENTICATE,
                "payment_intent_authentication_failure setup_intent_authentication_failure"
                        + " payment_intent_action_required");
        kind(
                FailureKind.OTHER_CARD,
                "card_decline_rate_limit_exceeded payment_method_customer_decline payment_method_provider_decline"
                        + " payment_method_not_available payment_method_unactivated payment_method_unexpected_state"
                        + " payment_method_unsupported_type payment_intent_incompatible_payment_method");
        kind(FailureKind.CALL_BANK, "card_declined payment_method_unverified");
        kind(FailureKind.EXPIRED, "payment_intent_payment_attempt_expired charge_expired_for_capture");
        kind(FailureKind.CALLED_OFF, "customer_canceled terminal_reader_canceled");
    }

    private StripeFailures() {}

    private static void kind(FailureKind kind, String codes) {
        for (String code : codes.split(" ")) {
            KINDS.put(code, kind);
        }
    }

    /** What the last failed try of a charge means. */
    static FailureKind of(StripeError error) {
        return error.getDeclineCode() != null ? StripeDeclines.of(error.getDeclineCode()) : of(error.getCode());
    }

    /** What an error code means; one that is neither a bank's nor known here is our doing, and never tried again by itself. */
    public static FailureKind of(String code) {
        if (code == null) {
            return FailureKind.CALL_BANK;
        }
        FailureKind bank = StripeDeclines.all().get(code);
        return bank == null ? KINDS.getOrDefault(code, FailureKind.OUR_FAULT) : bank;
    }

    /** The table. */
    public static Map<String, FailureKind> all() {
        return Map.copyOf(KINDS);
    }
}
