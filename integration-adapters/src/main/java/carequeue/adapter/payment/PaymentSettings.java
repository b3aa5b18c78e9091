package carequeue.adapter.payment;

import carequeue.adapter.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Stripe is and who we are there.
 *
 * @param url the address of its API, without {@code /v1}
 * @param apiKey the secret or restricted key; without it nothing is asked
 * @param webhookSecret the secrets that sign what it sends; more than one, parted by commas, while one replaces the other
 * @param returnUrl where a person goes who has acted at the bank or on the hosted page; absent: our own page, which says whether it is paid
 * @param sites by site identifier; a site that is not named here has the account of the key and no reader of its own
 */
@ConfigurationProperties("carequeue.stripe")
public record PaymentSettings(
        String url,
        Secret apiKey,
        @DefaultValue List<Secret> webhookSecret,
        String returnUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("7s") Duration readTimeout,
        @DefaultValue Map<String, PaymentSite> sites) {

    /** Where its API is. */
    public String address() {
        return url == null || url.isBlank() ? "https://api.stripe.com" : url;
    }

    /** Whether we are anybody there. */
    public boolean connected() {
        return Secret.given(apiKey);
    }

    /** By what the account of a site is told from others: sites of one account are reconciled together, and cards kept there are theirs. */
    public String accountOf(String siteId) {
        PaymentSite site = site(siteId);
        if (site.account() != null) {
            return site.account();
        }
        return site.apiKey() == null ? "" : "key-of-" + siteId;
    }

    /** Who a site is there. */
    public PaymentSite site(String siteId) {
        return sites.getOrDefault(siteId, PaymentSite.DEFAULT);
    }
}
