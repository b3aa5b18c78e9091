package carequeue.adapter.payment;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import carequeue.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The provider of card payments. Every call may throw {@link OutsideFailure}; after {@link OutsideFailure.Unavailable} nobody knows what became of it,
 * and the same call may be made again: the attempt's or refund's identifier keeps it from being done twice.
 */
public interface PaymentProcessor extends Probed {

    /** The name of the service in the ledger and in health. */
    String PAYMENT = "payment";

    @Override
    default String service() {
        return PAYMENT;
    }

    /** Begins a charge, or finds the one that an earlier try began. */
    ChargeNews processPayment(Charge charge);

    /** Asks how a charge stands; {@link ChargeNews#nothing} when the provider has never heard of it. */
    ChargeNews ask(Charge charge);

    /** Takes an authorised amount, or less; the rest is let go. */
    ChargeNews capture(Charge charge, Money amount);

    /** Lets go of a charge, if that can still be done, and says how it stands then. */
    ChargeNews cancel(Charge charge);

    /** Gives money back, or finds the refund that an earlier try made. */
    RefundNews refundPayment(RefundOrder order);

    /** What moved between two instants, in the account of a site. */
    List<Movement> movements(String siteId, Instant from, Instant until);

    /** The charges of ours that were begun between two instants, in the account of a site. */
    List<Held> begun(String siteId, Instant from, Instant until);

    /** A charge as the provider has it, without touching it; empty when it has none. */
    Optional<Held> look(Charge charge);

    /** Every refund of a charge. */
    List<RefundNews> refunds(Charge charge);

    /**
     * Keeps a card for a patient, by the token that the provider's own pages or readers gave for it.
     *
     * @throws CardRefused when the card's bank does not want it
     */
    SavedCard savePaymentMethod(String siteId, String patientId, String paymentMethod);

    /** The address of a page of the provider where the person types a card in themselves: its number never comes here. */
    String tokenize(String siteId, String patientId);

    /** The cards that are kept for a patient. */
    List<SavedCard> savedPaymentMethods(String siteId, String patientId);

    /** Forgets a card; false when it is none of the patient's. */
    boolean forgetPaymentMethod(String siteId, String patientId, String paymentMethodId);
}
