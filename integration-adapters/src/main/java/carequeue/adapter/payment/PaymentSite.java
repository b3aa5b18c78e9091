package carequeue.adapter.payment;

import carequeue.adapter.secrets.Secret;

/**
 * Who a site is at the provider.
 *
 * @param account the connected account that its money goes to, or null for the key's own
 * @param apiKey a key of its own, or null
 * @param reader the card reader at its desk, or null
 */
public record PaymentSite(String account, Secret apiKey, String reader) {

    static final PaymentSite DEFAULT = new PaymentSite(null, null, null);
}
