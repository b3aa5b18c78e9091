package carequeue.adapter.payment;

import carequeue.api.payment.FailureKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Stripe's codes of declined cards mean for the desk; the bank's suspicion is never told to the person who pays. */
public final class StripeDeclines {

    private static final Map<String, FailureKind> KINDS = new LinkedHashMap<>();

    static {
        kind(
                FailureKind.TRY_AGAIN,
                "approve_with_id issuer_not_available processing_error reenter_transaction try_again_later");
        kind(
                FailureKind.WRONG_ENTRY,
                "incorrect_address incorrect_cvc incorrect_number incorrect_pin incorrect_zip invalid_cvc"
                        + " invalid_expiry_month invalid_expiry_year invalid_number invalid_pin");
        kind(
                FailureKind.AUTHENTICATE,
                "authentication_not_handled authentication_required mobile_device_authentication_required"
                        + " offline_pin_required online_or_offline_pin_required");
        kind(
                FailureKind.OTHER_CARD,
                "card_not_supported card_velocity_exceeded currency_not_supported expired_card insufficient_funds"
                        + " pin_try_exceeded withdrawal_count_limit_exceeded testmode_decline");
        kind(
                FailureKind.CALL_BANK,
                "call_issuer do_not_honor do_not_try_again generic_decline invalid_account"
                        + " new_account_information_available no_action_taken not_permitted restricted_card"
                        + " revocation_of_all_authorizations revocation_of_authorization security_violation"
                        + " service_not_allowed stop_payment_order transaction_not_allowed");
        // Suspicion looks like any other refusal, so that nobody learns what the bank or Stripe knows.
        kind(FailureKind.CALL_BANK, "fraudulent lost_card merchant_blacklist pickup_card stolen_card");
        // The bank has seen this amount a moment ago, or will not have it: our doing, not the patient's.
        kind(FailureKind.OUR_FAULT, "duplicate_transaction invalid_amount");
    }

    private StripeDeclines() {}

    private static void kind(FailureKind kind, String codes) {
        for (String code : codes.split(" ")) {
            KINDS.put(code, kind);
        }
    }

    /** What a code means; one that nobody has heard of is the bank's to explain, and is never tried again by itself. */
    public static FailureKind of(String declineCode) {
        return KINDS.getOrDefault(declineCode == null ? "" : declineCode, FailureKind.CALL_BANK);
    }

    /** The table. */
    public static Map<String, FailureKind> all() {
        return Map.copyOf(KINDS);
    }
}
