/** Stripe, as the provider of card payments. */
package carequeue.adapter.payment.stripe;
