/** A provider of card payments that speaks as Stripe does: intents, refunds, readers, hosted pages, disputes, signed webhooks. */
package carequeue.sandbox.stripe;
