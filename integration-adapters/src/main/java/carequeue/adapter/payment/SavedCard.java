package carequeue.adapter.payment;

/** A card that the provider keeps; of it we know what is printed on a receipt. */
public record SavedCard(String paymentMethodId, String brand, String last4, long expiryMonth, long expiryYear) {}
