package carequeue.adapter.payment;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.RefundState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every status and every decline code of Stripe's published lists has its place among our words. */
class StripeWordsTest {

    /** docs.stripe.com/declines/codes, the codes of card payments. */
    private static final List<String> PUBLISHED =
            List.of(("approve_with_id authentication_not_handled authentication_required call_issuer card_not_supported"
                            + " card_velocity_exceeded currency_not_supported do_not_honor do_not_try_again"
                            + " duplicate_transaction expired_card fraudulent generic_decline incorrect_address"
                            + " incorrect_cvc incorrect_number incorrect_pin incorrect_zip insufficient_funds"
                            + " invalid_account invalid_amount invalid_cvc invalid_expiry_month"
                            + " invalid_expiry_year invalid_number invalid_pin issuer_not_available lost_card"
                            + " merchant_blacklist mobile_device_authentication_required"
                            + " new_account_information_available no_action_taken not_permitted"
                            + " offline_pin_required online_or_offline_pin_required pickup_card"
                            + " pin_try_exceeded processing_error reenter_transaction restricted_card"
                            + " revocation_of_all_authorizations revocation_of_authorization"
                            + " security_violation service_not_allowed stolen_card stop_payment_order"
                            + " testmode_decline transaction_not_allowed try_again_later"
                            + " withdrawal_count_limit_exceeded")
                    .split(" "));

    @ParameterizedTest
    @CsvSource({
        "requires_payment_method,false,false,REQUIRES_ACTION",
        "requires_payment_method,false,true,REQUIRES_ACTION",
        "requires_payment_method,true,true,REQUIRES_ACTION",
        "requires_payment_method,true,false,FAILED",
        "requires_confirmation,false,false,STARTED",
        "requires_action,false,false,REQUIRES_ACTION",
        "processing,false,false,PROCESSING",
        "requires_capture,false,false,AUTHORISED",
        "canceled,true,false,CANCELLED",
        "succeeded,true,false,CAPTURED"
    })
    void everyStatusOfAPaymentIntent(String status, boolean declined, boolean mayTryAgain, AttemptState ours) {
        assertThat(StripeWords.attempt(status, declined, mayTryAgain)).contains(ours);
    }

    @ParameterizedTest
    @CsvSource({"pending,PENDING", "requires_action,PENDING", "succeeded,DONE", "failed,FAILED", "canceled,FAILED"})
    void everyStatusOfARefund(String status, RefundState ours) {
        assertThat(StripeWords.refund(status)).contains(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "warning_needs_response,OPEN",
        "warning_under_review,OPEN",
        "warning_closed,WON",
        "needs_response,OPEN",
        "under_review,OPEN",
        "won,WON",
        "lost,LOST",
        "prevented,WON",
        "charge_refunded,WON"
    })
    void everyStatusOfADispute(String status, DisputeState ours) {
        assertThat(StripeWords.dispute(status)).contains(ours);
    }

    @Test
    void everyDeclineCodeHasItsPlaceAndNothingElseHas() {
        assertThat(StripeDeclines.all().keySet()).containsExactlyInAnyOrderElementsOf(PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraudulent", "lost_card", "stolen_card", "merchant_blacklist", "pickup_card"})
    void suspicionLooksLikeAnyRefusal(String code) {
        assertThat(StripeDeclines.of(code)).isEqualTo(StripeDeclines.of("generic_decline"));
    }

    @Test
    void whatNobodyKnowsIsNotGuessedAtAndNotTriedAgain() {
        assertThat(StripeWords.attempt("on_the_moon", false, false)).isEmpty();
        assertThat(StripeWords.refund("on_the_moon")).isEmpty();
        assertThat(StripeWords.dispute("on_the_moon")).isEmpty();
        assertThat(StripeDeclines.of("on_the_moon")).isEqualTo(FailureKind.CALL_BANK);
        assertThat(StripeDeclines.of(null).mayRepeat()).isFalse();
    }
}
